import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { inChunks } from "../delivery/ledger.queries.ts";
import type { Published } from "./candidate.ts";
import type { Numbered, NumberedRelease, NumberedSet } from "./numbered.ts";
import type { Release, StoredRelease } from "./published.ts";

/** One release at a time is kept of a program. */
export async function lockReleases(
	trx: WorkspaceTrx,
	programId: string,
): Promise<void> {
	await trx
		.selectFrom("program")
		.select("program_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.forNoKeyUpdate()
		.execute();
}

const releases = (trx: WorkspaceTrx) =>
	trx
		.selectFrom("release")
		.select([
			"release_id as releaseId",
			"program_id as programId",
			"cohort_id as cohortId",
			"quotes",
			"made_at as madeAt",
			"figures",
		])
		.where("workspace_id", "=", trx.workspaceId);

type Row = Omit<StoredRelease, "figures"> & { figures: object[] };

/** They were written as what they are read as. */
const asRelease = ({ figures, ...row }: Row): StoredRelease => ({
	...row,
	figures: figures as Published[],
});

export async function findRelease(
	trx: WorkspaceTrx,
	releaseId: string,
): Promise<StoredRelease | null> {
	const row = await releases(trx)
		.where("release_id", "=", releaseId)
		.executeTakeFirst();
	return row ? asRelease(row) : null;
}

/** The program's last report, or the last one before a time. */
export async function findLatest(
	trx: WorkspaceTrx,
	programId: string,
	before: Date | null = null,
): Promise<StoredRelease | null> {
	const row = await releases(trx)
		.where("program_id", "=", programId)
		.where("cohort_id", "is", null)
		.$if(before !== null, (query) => query.where("made_at", "<", before))
		.orderBy("made_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row ? asRelease(row) : null;
}

/** The one summary of a cohort. */
export async function findSummary(
	trx: WorkspaceTrx,
	cohortId: string,
): Promise<StoredRelease | null> {
	const row = await releases(trx)
		.where("cohort_id", "=", cohortId)
		.executeTakeFirst();
	return row ? asRelease(row) : null;
}

/** As many as there are of a program, its cohorts included. */
export async function countReleases(
	trx: WorkspaceTrx,
	programId: string,
): Promise<number> {
	const { count } = await trx
		.selectFrom("release")
		.select((of) => of.fn.countAll<string>().as("count"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** All of a program, with who stands behind what was new in each. */
export async function listReleased(
	trx: WorkspaceTrx,
	programId: string,
): Promise<NumberedRelease[]> {
	const rows = await releases(trx)
		.where("program_id", "=", programId)
		.execute();
	const sets = await trx
		.selectFrom("release_set as s")
		.innerJoin("release as r", (join) =>
			join
				.onRef("r.workspace_id", "=", "s.workspace_id")
				.onRef("r.release_id", "=", "s.release_id"),
		)
		.select(["s.release_id as releaseId", "s.figure", "s.part", "s.people"])
		.where("s.workspace_id", "=", trx.workspaceId)
		.where("r.program_id", "=", programId)
		.execute();
	const setsOf = Map.groupBy(sets, ({ releaseId }) => releaseId);
	return rows.map(asRelease).map(({ releaseId, madeAt, figures }) => ({
		at: madeAt.toISOString(),
		figures,
		sets: (setsOf.get(releaseId) ?? []).map(({ figure, part, people }) => ({
			...{ figure, part, people },
		})),
	}));
}

export const listNumbered = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<Numbered[]> =>
	trx
		.selectFrom("release_person")
		.select(["person_id as personId", "number"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.execute();

/** Gives people a number who have none and are there; a statement may take only so long. */
export async function insertNumbered(
	trx: WorkspaceTrx,
	programId: string,
	people: string[],
): Promise<void> {
	for (const some of inChunks(people, 5_000))
		await sql`insert into release_person (workspace_id, program_id, person_id)
			select workspace_id, ${programId}::uuid, person_id
			from unnest(${some}::uuid[]) with ordinality it (person_id, place)
			join person using (person_id)
			where workspace_id = ${trx.workspaceId} order by place
			on conflict do nothing`.execute(trx);
}

export function insertRelease(
	trx: WorkspaceTrx,
	{ releaseId, programId, cohortId, quotes, madeAt, figures }: StoredRelease,
	askedBy: string | null,
	sets: readonly NumberedSet[],
): void {
	const keys = { workspace_id: trx.workspaceId, release_id: releaseId };
	trx.send(
		trx.insertInto("release").values({
			...keys,
			program_id: programId,
			cohort_id: cohortId,
			quotes,
			made_at: madeAt,
			asked_by: askedBy,
			figures: JSON.stringify(figures),
		}),
	);
	for (const { figure, part, people } of sets)
		trx.send(
			trx.insertInto("release_set").values({
				...keys,
				...{ figure, part, people },
			}),
		);
}

/** From which look-backs a release quotes: settled once, as its numbers are. */
export function insertQuoted(
	trx: WorkspaceTrx,
	{ releaseId }: Pick<Release, "releaseId">,
	lookBackIds: string[],
): void {
	if (lookBackIds.length === 0) return;
	trx.send(
		trx.insertInto("release_quote").values(
			lookBackIds.map((look_back_id) => ({
				workspace_id: trx.workspaceId,
				release_id: releaseId,
				look_back_id,
			})),
		),
	);
}

export async function listQuoted(
	trx: WorkspaceTrx,
	{ releaseId }: Pick<Release, "releaseId">,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("release_quote")
		.select("look_back_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("release_id", "=", releaseId)
		.execute();
	return rows.map((row) => row.look_back_id);
}
