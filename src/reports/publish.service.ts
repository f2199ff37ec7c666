import { newId, type WorkspaceTrx } from "../db/database.ts";
import { allIn, candidatesOf } from "./figures.ts";
import {
	findLatest,
	findRelease,
	insertNumbered,
	insertRelease,
	listNumbered,
	listReleased,
	lockReleases,
} from "./published.queries.ts";
import { fewestEnrolled, isFresh, type Release } from "./published.ts";
import { release } from "./release.ts";
import { readRows } from "./rows.service.ts";

/** What a report is about: a program, asked for by someone or by the clock. */
export type Asked = { programId: string; askedBy: string | null; now: Date };

/**
 * The program's numbers of today, made and stored unless they were before.
 * "few": there are too few people for numbers.
 */
export async function publish(
	trx: WorkspaceTrx,
	{ programId, askedBy, now }: Asked,
): Promise<Release | "few"> {
	await lockReleases(trx, programId);
	const latest = await findLatest(trx, programId);
	if (latest && isFresh(latest, now)) return latest;
	const rows = await readRows(trx, programId, now);
	if (rows.people.length < fewestEnrolled) return "few";
	const past = await listReleased(trx, programId);
	const candidates = candidatesOf(rows, now);
	const numbered = await numberPeople(trx, programId, allIn(candidates));
	const nameOf = new Map(numbered.map((it) => [it.number, it.personId]));
	const numberOf = new Map(numbered.map((it) => [it.personId, it.number]));
	const { figures, sets } = release(
		candidates,
		past.map(({ sets: kept, ...rest }) => ({
			...rest,
			sets: kept.map(({ people, ...part }) => ({
				...part,
				// Whoever was erased is still somebody who was there.
				people: people.map((number) => nameOf.get(number) ?? `${number}`),
			})),
		})),
		now.toISOString(),
	);
	const made = { releaseId: newId(), programId, madeAt: now, figures };
	const kept = sets.map(({ people, ...part }) => ({
		...part,
		people: people.flatMap((personId) => numberOf.get(personId) ?? []),
	}));
	insertRelease(trx, made, askedBy, kept);
	return made;
}

/** The numbers of everybody who ever stood behind a figure, and of these. */
async function numberPeople(
	trx: WorkspaceTrx,
	programId: string,
	people: string[],
): Promise<{ personId: string; number: number }[]> {
	const known = await listNumbered(trx, programId);
	const have = new Set(known.map(({ personId }) => personId));
	const others = people.filter((personId) => !have.has(personId));
	if (others.length === 0) return known;
	await insertNumbered(trx, programId, others);
	return listNumbered(trx, programId);
}

/** A release, and the one before it that its numbers are compared with. */
export type Compared = { release: Release; before: Release | null };

export async function readCompared(
	trx: WorkspaceTrx,
	releaseId: string,
): Promise<Compared | null> {
	const found = await findRelease(trx, releaseId);
	if (!found) return null;
	const before = await findLatest(trx, found.programId, found.madeAt);
	return { release: found, before };
}

export async function readLatest(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Compared | null> {
	const latest = await findLatest(trx, programId);
	return latest && readCompared(trx, latest.releaseId);
}
