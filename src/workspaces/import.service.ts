import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { listDirectory } from "./directory.queries.ts";
import type {
	Checked,
	OnProgress,
	Permissions,
	Source,
} from "./directory-import.ts";
import { lookUpPeople } from "./directory-people.service.ts";
import { planImport } from "./directory-plan.ts";
import { mostShown } from "./directory-problems.views.ts";
import { readTable } from "./directory-reading.service.ts";
import {
	loadWorld,
	openRows,
	openSource,
	sealRows,
	sealSource,
} from "./directory-world.service.ts";
import {
	badRowsWord,
	silentMinutes,
	stopImport,
} from "./import-news.service.ts";
import { readSource } from "./import-source.service.ts";
import {
	findImport,
	insertImport,
	updateImport,
	updateImportProgress,
} from "./imports.queries.ts";
import { readScopes } from "./workspaces.service.ts";

/** What Slack makes optional, and was granted here or not. */
export async function readPermissions(trx: WorkspaceTrx): Promise<Permissions> {
	const scopes = await readScopes(trx);
	return {
		files: scopes.includes("files:read"),
		emails: scopes.includes("users:read.email"),
	};
}

/** Opens an import; null when this very request has opened one already. */
export async function beginImport(
	deps: Deps,
	visit: Visit,
	source: Source,
): Promise<string | null> {
	const { workspaceId, programId, actor } = visit;
	const importId = newId();
	const owner = { workspaceId, importId };
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return null;
		await insertImport(trx, {
			importId,
			programId,
			startedBy: actor.personId,
			source:
				"pasted" in source
					? sealSource(deps.cipher, owner, source.pasted)
					: null,
		});
		await saveSchedule(trx, {
			kind: "workspaces:import",
			subjectId: importId,
			nextAt: new Date(visit.now.getTime() + silentMinutes * 60_000),
		});
		return importId;
	});
}

/** The dry run: reads, looks people up, and judges. Changes no person. */
export async function checkImport(
	deps: Deps,
	visit: Visit,
	importId: string,
	source: Source,
	onProgress: OnProgress,
): Promise<Checked> {
	try {
		return await check(deps, visit, importId, source, onProgress);
	} catch (error) {
		await stopImport(deps, visit, importId, "reading");
		throw error;
	}
}

async function check(
	deps: Deps,
	visit: Visit,
	importId: string,
	source: Source,
	onProgress: OnProgress,
): Promise<Checked> {
	const { workspaceId, actor } = visit;
	const pasted = "pasted" in source ? source.pasted : null;
	const inWorkspace = <T>(work: (trx: WorkspaceTrx) => Promise<T>) =>
		withWorkspace(deps.db, workspaceId, work);
	const { emails, people } = await inWorkspace(async (trx) => ({
		emails: (await readPermissions(trx)).emails,
		people: await listDirectory(trx),
	}));
	const read = await readSource(deps, visit, source);
	const reading = read.ok
		? await readTable(read.text, {
				emails,
				onRows: (done) => onProgress({ step: "reading", done }),
			})
		: read;
	if (!reading.ok) {
		await inWorkspace((trx) =>
			updateImport(trx, importId, "reading", { state: "failed" }),
		);
		return { is: "unreadable", problem: reading, pasted };
	}
	const { rows, unused } = reading;
	const total = rows.length;
	const known = new Set(people.map(({ slackUserId }) => slackUserId));
	let seen = 0;
	const found = await lookUpPeople(deps, workspaceId, rows, {
		known,
		async onPage(listed) {
			seen += listed;
			onProgress({ step: "lookingUp", done: seen });
			await inWorkspace((trx) =>
				updateImportProgress(trx, importId, { done: seen, total }),
			);
		},
	});
	const kept = { rows, unused, ...found };
	return inWorkspace(async (trx): Promise<Checked> => {
		const world = await loadWorld(trx, actor.personId, kept);
		const plan = planImport(rows, world);
		const isOurs = await updateImport(trx, importId, "reading", {
			state: "checked",
			total,
			rows: sealRows(deps.cipher, { workspaceId, importId }, kept),
		});
		if (!isOurs) return { is: "gone" };
		if (plan.bad.length > mostShown)
			await insertOwed(trx, [badRowsWord(actor.personId, importId)]);
		return { is: "checked", plan, total, unused, pasted };
	});
}

/** A checked import as it would go now; time may have passed. */
export async function readImport(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	importId: string,
): Promise<Checked> {
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Checked> => {
		const record = await findImport(trx, importId);
		if (record?.state !== "checked" || !record.rows) return { is: "gone" };
		const owner = { workspaceId, importId };
		const kept = openRows(deps.cipher, owner, record.rows);
		const world = await loadWorld(trx, actor.personId, kept);
		return {
			is: "checked",
			plan: planImport(kept.rows, world),
			total: record.total,
			unused: kept.unused,
			pasted: record.source
				? openSource(deps.cipher, owner, record.source)
				: null,
		};
	});
}
