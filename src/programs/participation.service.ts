import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
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
import { firstTerms, type Terms, type Version } from "./participation.ts";
import { lockProgram } from "./programs.queries.ts";

/** What people agree to now. */
export type Participation = Version & {
	/** null: it is the text that every program starts with. */
	textId: string | null;
};

/** The same as its managers edit it. */
export type ParticipationPage = {
	ownLines: string[];
	healthFrom: Date | null;
	/** null: it is the text that every program starts with. */
	newest: { version: number; createdAt: Date } | null;
};

/** What another slice owes, in the same transaction, because of a new text. */
export type OnNewText = (
	trx: WorkspaceTrx,
	text: { programId: string; textId: string; version: number },
) => Promise<OwedMessage[]>;

export async function readParticipation(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Participation> {
	const [newest] = await listTexts(trx, programId);
	return newest ?? { ...firstTerms, textId: null };
}

/** All there have been, the newest first, but for the one all start with. */
export const readVersions = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<Version[]> => listTexts(trx, programId);

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
			healthFrom: newest?.healthFrom ?? null,
			newest: newest ?? null,
		};
	});
}

export type NewText = {
	textId: string;
	version: number;
	/** What follows from it, for the caller to owe. */
	owed: OwedMessage[];
};

/** Makes a new version; the earlier ones are kept, with who agreed to which. */
export async function makeVersion(
	trx: WorkspaceTrx,
	{ programId, actor }: Visit,
	{ before, terms }: { before: Participation; terms: Partial<Terms> },
	onNewText: OnNewText[],
): Promise<NewText> {
	const version = before.version + 1;
	const { ownLines, healthFrom } = { ...before, ...terms };
	const textId = await insertText(trx, {
		...{ programId, version, ownLines, healthFrom },
		createdBy: actor.personId,
	});
	const owed: OwedMessage[] = [];
	for (const hook of onNewText)
		owed.push(...(await hook(trx, { programId, textId, version })));
	return { textId, version, owed };
}

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
		const change = { before, terms: { ownLines } };
		const made = await makeVersion(trx, visit, change, onNewText);
		const { textId, version, owed } = made;
		await writeAct(trx, {
			actorId: actor.personId,
			action: "programs:changeParticipation",
			subjectId: textId,
			programId,
			detail: { version: { from: before.version, to: version } },
		});
		await insertOwed(trx, owed);
		return "saved";
	});
}
