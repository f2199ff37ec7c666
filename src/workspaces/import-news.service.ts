import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import type { FileMessage, Message } from "../slack/blocks.ts";
import type { MessageContext, Visit } from "../slack/feature.ts";
import { writeCsv } from "./directory-csv.ts";
import { planImport } from "./directory-plan.ts";
import { badTable } from "./directory-problems.views.ts";
import { loadWorld, openRows } from "./directory-world.service.ts";
import { badRowsMessage, importMessage } from "./import.views.ts";
import {
	findImport,
	forgetRows,
	lockImport,
	updateImport,
} from "./imports.queries.ts";

/** Minutes without a word after which an import is taken for dead. */
export const silentMinutes = 5;
/** Minutes for which the rows are kept. */
const keptMinutes = 60;

const word = (
	kind: string,
	personId: string,
	importId: string,
	key: string,
): OwedMessage => ({
	kind,
	to: { personId },
	subjectId: importId,
	key,
	urgency: "now",
	staleAfterHours: 1,
});

export const badRowsWord = (personId: string, importId: string) =>
	word("workspaces:badRows", personId, importId, `badRows:${importId}`);

/** Tells the importer, who has closed the modal, how it is by now. */
export async function tellImporter(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	importId: string,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		const record = await findImport(trx, importId);
		if (!record) return;
		const key = `import:${importId}:${record.state}`;
		const news = word("workspaces:import", actor.personId, importId, key);
		await insertOwed(trx, [news]);
	});
}

/** Notes that one came to nothing, and tells who began it. */
export async function stopImport(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	importId: string,
	from: "reading" | "applying",
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await updateImport(trx, importId, from, { state: "failed" }))) return;
		const key = `import:${importId}:failed`;
		const news = word("workspaces:import", actor.personId, importId, key);
		await insertOwed(trx, [news]);
	});
}

/** What is to be said of an import; null when it is over anyway. */
export async function renderImport({
	trx,
	subjectId,
	text,
}: MessageContext): Promise<Message | null> {
	const record = await findImport(trx, subjectId);
	if (!record) return null;
	const { importId, state, total } = record;
	if (state === "reading" || state === "applying") return null;
	const known = state === "checked" || state === "applied" ? state : "stopped";
	return importMessage({ importId, state: known, total }, text);
}

/** The rows that are in the way, as a file; null when it is too late. */
export async function renderBadRows({
	trx,
	deps,
	subjectId,
	personId,
	text,
}: MessageContext): Promise<FileMessage | null> {
	const record = await findImport(trx, subjectId);
	if (record?.state !== "checked" || !record.rows || !personId) return null;
	const owner = { workspaceId: trx.workspaceId, importId: subjectId };
	const kept = openRows(deps.cipher, owner, record.rows);
	const world = await loadWorld(trx, personId, kept);
	const { bad } = planImport(kept.rows, world);
	return badRowsMessage(writeCsv(badTable(bad, text)), text);
}

/**
 * Looks after imports: one whose process died is given up, and what was read
 * is forgotten after an hour.
 */
export const importSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const owed: OwedMessage[] = [];
		const next: { subjectId: string; nextAt: Date | null }[] = [];
		for (const { subjectId } of due) {
			const { nextAt, news } = await tend(trx, subjectId, now);
			next.push({ subjectId, nextAt });
			if (news) owed.push(news);
		}
		return { owed, next };
	},
};

async function tend(
	trx: WorkspaceTrx,
	importId: string,
	now: Date,
): Promise<{ nextAt: Date | null; news?: OwedMessage }> {
	const record = await lockImport(trx, importId);
	if (!record) return { nextAt: null };
	const { state, startedBy, createdAt, touchedAt } = record;
	const minutesFrom = (at: Date, minutes: number) =>
		new Date(at.getTime() + minutes * 60_000);
	const end = minutesFrom(createdAt, keptMinutes);
	if (state === "reading" || state === "applying") {
		const last = minutesFrom(touchedAt, silentMinutes);
		if (last > now) return { nextAt: last };
		await updateImport(trx, importId, state, { state: "abandoned" });
		await forgetRows(trx, importId);
		const key = `import:${importId}:abandoned`;
		const news = word("workspaces:import", startedBy, importId, key);
		return { nextAt: null, news };
	}
	if (end > now) return { nextAt: end };
	if (state === "checked")
		await updateImport(trx, importId, state, { state: "abandoned" });
	await forgetRows(trx, importId);
	return { nextAt: null };
}
