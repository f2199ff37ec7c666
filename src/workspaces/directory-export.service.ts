import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { FileMessage } from "../slack/blocks.ts";
import type { MessageContext, Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { inZone } from "../time/zones.ts";
import { isManager, listDirectory, listHidden } from "./directory.queries.ts";
import { dataColumns } from "./directory.ts";
import { writeCsv } from "./directory-csv.ts";
import { exportMessage } from "./import.views.ts";
import { findPerson } from "./people.queries.ts";

/** Writes down what a manager did, and owes word of it to the others. */
export type Announce = (
	trx: WorkspaceTrx,
	act: {
		programId: string;
		actorId: string;
		action: string;
		detail: Record<string, unknown>;
	},
) => Promise<{ auditId: string; owed: OwedMessage[] }>;

/** Owes the manager the file; it is written when it is sent. */
export async function exportDirectory(
	deps: Deps,
	visit: Visit,
	announce: Announce,
): Promise<void> {
	const { workspaceId, programId, actor } = visit;
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		const people = await readOpenPeople(trx, actor.personId);
		const { auditId, owed } = await announce(trx, {
			programId,
			actorId: actor.personId,
			action: "workspaces:exportDirectory",
			detail: { people: people.length },
		});
		await insertOwed(trx, [
			...owed,
			{
				kind: "workspaces:export",
				to: { personId: actor.personId },
				subjectId: programId,
				key: `export:${auditId}`,
				urgency: "now",
				staleAfterHours: 1,
			},
		]);
	});
}

/** Members whose data a manager may see. */
async function readOpenPeople(trx: WorkspaceTrx, managerId: string) {
	const hidden = new Set(await listHidden(trx, managerId));
	return (await listDirectory(trx)).filter(
		({ standing, personId }) => standing === "member" && !hidden.has(personId),
	);
}

/** The file, for whom it was owed; null: they manage the program no longer. */
export async function renderExport({
	trx,
	subjectId,
	personId,
	text,
	now,
}: MessageContext): Promise<FileMessage | null> {
	const reader = personId ? await findPerson(trx, personId) : undefined;
	if (!reader || !(await isManager(trx, subjectId, reader.personId)))
		return null;
	const people = await readOpenPeople(trx, reader.personId);
	const table = [
		["slack_id", "name", ...dataColumns],
		...people.map((person) => [
			person.slackUserId,
			person.name,
			...dataColumns.map((column) => person[column]),
		]),
	];
	const date = inZone(now, reader.zone).toPlainDate().toString();
	return exportMessage({ csv: writeCsv(table), date }, text);
}
