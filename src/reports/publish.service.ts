import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { StoredSet } from "./candidate.ts";
import { readCohortNow, type Told } from "./cohort-draft.service.ts";
import { candidatesOf } from "./figures.ts";
import {
	counted,
	inNumbers,
	type Numbered,
	type NumberedRelease,
	withoutNumber,
} from "./numbered.ts";
import {
	countReleases,
	findLatest,
	findRelease,
	findSummary,
	insertNumbered,
	insertQuoted,
	insertRelease,
	listNumbered,
	listReleased,
	lockReleases,
} from "./published.queries.ts";
import { fewestEnrolled, isFresh, type Release } from "./published.ts";
import { release } from "./release.ts";
import { readRows } from "./rows.service.ts";

/**
 * What a report is about: a program, or a cohort of it, asked for by someone or
 * by the clock.
 */
export type Asked = {
	programId: string;
	cohortId?: string | null;
	askedBy: string | null;
	now: Date;
};

/** In a transaction of the workspace: one of its own each time, or the same. */
type Run = <T>(work: (trx: WorkspaceTrx) => Promise<T>) => Promise<T>;

/** What a release is made of: read, and then computed with nobody waiting. */
type Draft = Told & {
	past: NumberedRelease[];
	numbered: Numbered[];
};

/**
 * The program's numbers of today, made and stored unless they were before.
 * "few": there are too few people for numbers. It takes seconds for a large
 * program, so the bot does it in a thread: see `makeRelease`.
 */
export const publish = (
	trx: WorkspaceTrx,
	asked: Asked,
): Promise<Release | "few"> => publishBy((work) => work(trx), asked);

/** The same with no transaction open, and nothing locked, while it computes. */
export async function publishBy(
	run: Run,
	asked: Asked,
): Promise<Release | "few"> {
	for (;;) {
		const read = await run((trx) => readDraft(trx, asked));
		if (read === "few" || "releaseId" in read) return read;
		const { programId, cohortId = null, now } = asked;
		const { candidates, quoted, numbered } = read;
		const { past, numbers } = counted(read.past, numbered);
		const at = now.toISOString();
		const { figures, sets } = release(candidates, past, at, numbers);
		const made = {
			...{ releaseId: newId(), programId, cohortId, madeAt: now, figures },
			quotes: quoted.length,
		};
		const isKept = await run(async (trx) => {
			const all = await numberPeople(trx, programId, sets, numbered);
			const stored = inNumbers(sets, all);
			await lockReleases(trx, programId);
			const count = await countReleases(trx, programId);
			// Somebody was erased meanwhile, or it was not held against another
			// release that was made.
			if (!stored || count !== past.length) return false;
			insertRelease(trx, made, asked.askedBy, stored);
			insertQuoted(trx, made, quoted);
			return true;
		});
		if (isKept) return made;
	}
}

async function readDraft(
	trx: WorkspaceTrx,
	{ programId, cohortId, now }: Asked,
): Promise<Draft | Release | "few"> {
	const made = cohortId
		? await findSummary(trx, cohortId)
		: await findFresh(trx, programId, now);
	if (made) return made;
	const past = await listReleased(trx, programId);
	const told = cohortId
		? await readCohortNow(trx, cohortId, now)
		: await readProgramNow(trx, programId, now);
	if (told === "few") return "few";
	const numbered = await listNumbered(trx, programId);
	return { ...told, past, numbered };
}

/** The program's of today, if there is one. */
async function findFresh(trx: WorkspaceTrx, programId: string, now: Date) {
	const latest = await findLatest(trx, programId);
	return latest && isFresh(latest, now) ? latest : null;
}

async function readProgramNow(
	trx: WorkspaceTrx,
	programId: string,
	now: Date,
): Promise<Told | "few"> {
	const rows = await readRows(trx, programId, now);
	return rows.people.length < fewestEnrolled
		? "few"
		: { candidates: candidatesOf(rows, now), quoted: [] };
}

/** Whoever is behind these and had no number gets one, unless they are gone. */
async function numberPeople(
	trx: WorkspaceTrx,
	programId: string,
	sets: readonly StoredSet[],
	known: Numbered[],
): Promise<Numbered[]> {
	const others = withoutNumber(sets, known);
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
	if (!found || found.cohortId) return null;
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
