import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { writeAct } from "./acts.service.ts";
import {
	findText,
	insertText,
	listTexts,
	type ParticipationText,
} from "./participation.queries.ts";
import { firstVersion } from "./participation.ts";
import { lockProgram } from "./programs.queries.ts";

/** What people agree to now. */
export type Participation = {
	version: number;
	ownLines: string[];
	/** null: nobody has written own lines yet. */
	textId: string | null;
};

/** The same as its managers edit it. */
export type ParticipationPage = {
	ownLines: string[];
	/** null: nobody has written own lines yet. */
	newest: { version: number; createdAt: Date } | null;
};

/** What another slice does, in the same transaction, about a new text. */
export type OnNewText = (
	trx: WorkspaceTrx,
	text: { programId: string; textId: string; version: number },
) => Promise<void>;

export async function readParticipation(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Participation> {
	const [newest] = await listTexts(trx, programId);
	return newest ?? { version: firstVersion, ownLines: [], textId: null };
}

/** One version, by its id. */
export const readParticipationText = (
	trx: WorkspaceTrx,
	textId: string,
): Promise<ParticipationText | undefined> => findText(trx, textId);

export function loadParticipationPage(
	deps: Deps,
	{ workspaceId, programId }: Visit,
): Promise<ParticipationPage> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [newest] = await listTexts(trx, programId);
		return {
			ownLines: newest?.ownLines ?? [],
			newest: newest ?? null,
		};
	});
}

/** Makes a new version; the earlier ones are kept, with who agreed to which. */
export function saveOwnLines(
	deps: Deps,
	visit: Visit,
	ownLines: string[],
	onNewText: OnNewText[],
): Promise<"saved" | "unchanged"> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const { programId, actor } = visit;
		await lockProgram(trx, programId);
		const before = await readParticipation(trx, programId);
		if (before.ownLines.join("\n") === ownLines.join("\n")) return "unchanged";
		if (!(await claimRequest(trx, visit.key))) return "saved";
		const version = before.version + 1;
		const textId = await insertText(trx, {
			programId,
			version,
			ownLines,
			createdBy: actor.personId,
		});
		await writeAct(trx, {
			actorId: actor.personId,
			action: "programs:changeParticipation",
			subjectId: textId,
			programId,
			detail: { version: { from: before.version, to: version } },
		});
		for (const hook of onNewText)
			await hook(trx, { programId, textId, version });
		return "saved";
	});
}
