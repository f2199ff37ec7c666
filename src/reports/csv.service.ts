import { withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram, readTopicList } from "../programs/programs.service.ts";
import type { FileMessage } from "../slack/blocks.ts";
import type { MessageContext, Visit } from "../slack/feature.ts";
import { csvMessage } from "./csv.views.ts";
import { findRelease } from "./published.queries.ts";

/** Owes the manager the file; it is written when it is sent. */
export const sendCsv = (
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	releaseId: string,
): Promise<void> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		insertOwed(trx, [
			{
				kind: "reports:csv",
				to: { personId: actor.personId },
				subjectId: releaseId,
				key: `report-csv:${key}`,
				urgency: "now",
				staleAfterHours: 1,
			},
		]),
	);

/** For whom it was owed; null: they manage the program no longer. */
export async function renderCsv({
	trx,
	subjectId,
	personId,
	text,
}: MessageContext): Promise<FileMessage | null> {
	const release = await findRelease(trx, subjectId);
	if (!release) return null;
	const { programId } = release;
	const [{ name }, topics, managers] = await Promise.all([
		readProgram(trx, programId),
		readTopicList(trx, programId),
		readManagers(trx, programId),
	]);
	return managers.some((one) => one.isActive && one.personId === personId)
		? csvMessage(release, { program: name, topics }, text)
		: null;
}
