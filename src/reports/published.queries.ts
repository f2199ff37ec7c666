import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { inChunks } from "../delivery/ledger.queries.ts";
import type { Published, Released, StoredSet } from "./candidate.ts";
import type { Release } from "./published.ts";

/** One release at a time is made of a program. */
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
			"made_at as madeAt",
			"figures",
		])
		.where("workspace_id", "=", trx.workspaceId);

type Row = Omit<Release, "figures"> & { figures: object[] };

/** They were written as what they are read as. */
const asRelease = ({ figures, ...row }: Row): Release => ({
	...row,
	figures: figures as Published[],
});

export async function findRelease(
	trx: WorkspaceTrx,
	releaseId: string,
): Promise<Release | null> {
	const row = await releases(trx)
		.where("release_id", "=", releaseId)
		.executeTakeFirst();
	return row ? asRelease(row) : null;
}

/** The last one, or the last one before a time. */
export async function findLatest(
	trx: WorkspaceTrx,
	programId: string,
	before: Date | null = null,
): Promise<Release | null> {
	const row = await releases(trx)
		.where("program_id", "=", programId)
		.$if(before !== null, (query) => query.where("made_at", "<", before))
		.orderBy("made_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row ? asRelease(row) : null;
}

/** A set as it is stored: people by number. */
export type NumberedSet = Omit<StoredSet, "people"> & { people: number[] };
export type NumberedRelease = Omit<Released, "sets"> & { sets: NumberedSet[] };

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
): Promise<{ personId: string; number: number }[]> =>
	trx
		.selectFrom("release_person")
		.select(["person_id as personId", "number"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.execute();

/** Gives people a number who have none; a statement may take only so long. */
export async function insertNumbered(
	trx: WorkspaceTrx,
	programId: string,
	people: string[],
): Promise<void> {
	for (const some of inChunks(people, 5_000))
		await sql`insert into release_person (workspace_id, program_id, person_id)
			select ${trx.workspaceId}::uuid, ${programId}::uuid, person_id
			from unnest(${some}::uuid[]) person_id
			on conflict do nothing`.execute(trx);
}

export function insertRelease(
	trx: WorkspaceTrx,
	{ releaseId, programId, madeAt, figures }: Release,
	askedBy: string | null,
	sets: readonly NumberedSet[],
): void {
	const keys = { workspace_id: trx.workspaceId, release_id: releaseId };
	trx.send(
		trx.insertInto("release").values({
			...keys,
			program_id: programId,
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
