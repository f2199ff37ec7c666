import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { type Cohort, phaseOf } from "./cohort.ts";
import {
	deleteMember,
	findUnsummarized,
	insertMember,
	listJoined,
} from "./cohort-members.queries.ts";
import { findCohort, listCohorts } from "./cohorts.queries.ts";
import { readToday } from "./cohorts.service.ts";
import { lockProgram } from "./programs.queries.ts";

type Part = { programId: string; personId: string };

/** The one whose sign-up is open; null: there is none. */
export async function readOpenCohort(
	trx: WorkspaceTrx,
	programId: string,
	now: Date,
): Promise<Cohort | null> {
	const [cohorts, today] = await Promise.all([
		listCohorts(trx, programId),
		readToday(trx, programId, now),
	]);
	return cohorts.find((one) => phaseOf(one, today) === "open") ?? null;
}

/** Whoever joins the program while sign-up is open takes part, as its form says. */
export async function joinOpenCohort(
	trx: WorkspaceTrx,
	{ programId, personId }: Part,
	now: Date,
): Promise<void> {
	const open = await readOpenCohort(trx, programId, now);
	if (open) await insertMember(trx, open, personId, now);
}

/** Cohorts of the visit's program that someone can do something about. */
export type OwnCohorts = {
	/** Can be joined now. */
	open: Cohort | null;
	/** They take part in, and it is not over. */
	joined: Cohort[];
};

export function readOwnCohorts(deps: Deps, visit: Visit): Promise<OwnCohorts> {
	const { programId, actor, now } = visit;
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const [cohorts, mine, today] = await Promise.all([
			listCohorts(trx, programId),
			listJoined(trx, { programId, personId: actor.personId }),
			readToday(trx, programId, now),
		]);
		const isMine = ({ cohortId }: Cohort) => mine.has(cohortId);
		const open = cohorts.find((one) => phaseOf(one, today) === "open");
		return {
			open: open && !isMine(open) ? open : null,
			joined: cohorts.filter(
				(one) => isMine(one) && phaseOf(one, today) !== "over",
			),
		};
	});
}

export type Took = {
	cohort: Cohort | null;
	outcome: "in" | "out" | "late" | "gone";
};

/** One tap to take part, while sign-up is open. */
export const takePart = (deps: Deps, visit: Visit, cohortId: string) =>
	change(deps, visit, cohortId, async (trx, cohort, today) => {
		const { actor, now } = visit;
		const mine = await listJoined(trx, {
			programId: cohort.programId,
			personId: actor.personId,
		});
		if (mine.has(cohortId)) return "in";
		if (phaseOf(cohort, today) !== "open") return "late";
		if (await claimRequest(trx, visit.key))
			await insertMember(trx, cohort, actor.personId, now);
		return "in";
	});

/** And one to step out, until it is over; the program goes on for them. */
export const stepOut = (deps: Deps, visit: Visit, cohortId: string) =>
	change(deps, visit, cohortId, async (trx, cohort, today) => {
		if (phaseOf(cohort, today) === "over") return "late";
		if (await claimRequest(trx, visit.key))
			await deleteMember(trx, cohort, visit.actor.personId);
		return "out";
	});

function change(
	deps: Deps,
	{ workspaceId, now }: Visit,
	cohortId: string,
	work: (
		trx: WorkspaceTrx,
		cohort: Cohort,
		today: string,
	) => Promise<Took["outcome"]>,
): Promise<Took> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await findCohort(trx, cohortId);
		if (!found) return { cohort: null, outcome: "gone" };
		// Its managers may be moving its days.
		await lockProgram(trx, found.programId);
		const cohort = await findCohort(trx, cohortId);
		if (!cohort) return { cohort: null, outcome: "gone" };
		const today = await readToday(trx, cohort.programId, now);
		return { cohort, outcome: await work(trx, cohort, today) };
	});
}

/** Whoever leaves the program before kick-off has never been part of its run. */
export async function leaveCohorts(
	_deps: Deps,
	trx: WorkspaceTrx,
	{ programId, personId, now }: Part & { now: Date },
): Promise<[]> {
	const [cohorts, today] = await Promise.all([
		listCohorts(trx, programId),
		readToday(trx, programId, now),
	]);
	for (const cohort of cohorts)
		if (today < cohort.kickoffOn) await deleteMember(trx, cohort, personId);
	return [];
}

/** The name of the cohort whose summary may quote them on a mentorship. */
export async function readQuotingCohort(
	trx: WorkspaceTrx,
	of: { mentorshipId: string; personId: string },
): Promise<string | null> {
	return (await findUnsummarized(trx, of))?.name ?? null;
}
