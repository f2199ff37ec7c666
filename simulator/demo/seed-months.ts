import type { Insertable } from "kysely";
import { newId, type WorkspaceTrx } from "../../src/db/database.ts";
import type { Schema } from "../../src/db/schema.ts";
import type { Deps } from "../../src/deps.ts";
import { sealWords as sealGoal } from "../../src/goals/goal.ts";
import { sealWords as sealIntroduction } from "../../src/introductions/introduction-words.ts";
import { sealAsk } from "../../src/matching/ask.ts";
import { sealAgreement } from "../../src/mentorships/agreement.ts";
import type { DemoPair } from "./months.ts";
import { ago, type Seeded } from "./seeded.ts";

type Rows = { [T in keyof Schema]?: Insertable<Schema[T]>[] };

/**
 * Pairs as rows, and what they have behind them: a few hundred meetings by the
 * services would keep a visitor waiting. Nothing is owed or planned for them.
 *
 * @returns the mentorship of each
 */
export function seedPairs(
	deps: Deps,
	trx: WorkspaceTrx,
	seeded: Seeded,
	pairs: readonly DemoPair[],
): Mentored[] {
	const mentored = pairs.map((pair) => ({ pair, mentorshipId: newId() }));
	insertAll(
		trx,
		mentored.map((one) => rowsOf(deps, seeded, one)),
	);
	return mentored;
}

/** Their meetings, as far as `isMeant` says so of how many days ago they were. */
export function seedMeetings(
	deps: Deps,
	trx: WorkspaceTrx,
	seeded: Seeded,
	mentored: readonly Mentored[],
	isMeant: (ago: number) => boolean,
): void {
	insertAll(
		trx,
		mentored.map((one) => meetingRows(deps, seeded, one, isMeant)),
	);
}

type Mentored = { pair: DemoPair; mentorshipId: string };

function insertAll(trx: WorkspaceTrx, all: readonly Rows[]): void {
	const of = <T extends keyof Schema>(table: T) =>
		all.flatMap((rows) => rows[table] ?? []) as Insertable<Schema[T]>[];
	// Each after what it refers to.
	for (const table of [
		"request",
		"mentorship",
		"mentorship_member",
		"agreement",
		"agreement_signature",
		"goal",
		"introduction",
		"meeting",
		"meeting_answer",
	] as const)
		if (of(table).length > 0) trx.send(trx.insertInto(table).values(of(table)));
}

function rowsOf(
	deps: Deps,
	seeded: Seeded,
	{ pair, mentorshipId }: Mentored,
): Rows {
	const { workspaceId, programId, personIds } = seeded;
	const at = (days: number) => ago(deps, days).now();
	const idOf = ({ id }: { id: string }) => personIds.get(id) ?? "";
	const [mentee_id, mentor_id] = [idOf(pair.mentee), idOf(pair.mentor)];
	const both = [mentee_id, mentor_id];
	const [requestId, agreementId] = [newId(), newId()];
	const began = at(pair.began);
	const here = { workspace_id: workspaceId };
	const inIt = { ...here, mentorship_id: mentorshipId };
	const program = { program_id: programId };
	const isOver = pair.over !== null;
	return {
		request: [
			{
				...here,
				...program,
				request_id: requestId,
				mentee_id,
				mentor_id,
				kind: "one_to_one",
				state: "accepted",
				ask: sealAsk(deps.cipher, { workspaceId, requestId }, askOf(pair)),
				asked_at: at(pair.asked),
				answered_at: began,
			},
		],
		mentorship: [
			{
				...inIt,
				...program,
				request_id: requestId,
				kind: "one_to_one",
				state: pair.state,
				rhythm: "every_two_weeks",
				length_minutes: 30,
				active_since: began,
				since: pair.over === null ? began : at(pair.over),
				created_at: began,
				ended_as: isOver
					? pair.state === "completed"
						? "finished"
						: "early"
					: null,
			},
		],
		mentorship_member: [
			{ ...inIt, person_id: mentee_id, role: "mentee", joined_at: began },
			{ ...inIt, person_id: mentor_id, role: "mentor", joined_at: began },
		],
		...(pair.isAgreed && agreementRows()),
		goal: pair.goal ? [goalRow(pair.goal)] : [],
		introduction: pair.met ? [introductionRow(pair.met)] : [],
	};

	function agreementRows(): Rows {
		const owner = { workspaceId, agreementId };
		const words = {
			helps: pair.mentor.enrollment?.offer ?? null,
			helpsNot: null,
			rhythm: "every_two_weeks" as const,
			lengthMinutes: 30 as const,
			format: "either" as const,
			reach: null,
			months: 6,
		};
		const row = { ...here, agreement_id: agreementId };
		return {
			agreement: [
				{
					...inIt,
					...row,
					version: 1,
					author_id: mentor_id,
					words: sealAgreement(deps.cipher, owner, words),
					written_at: began,
					in_force_at: began,
				},
			],
			agreement_signature: both.map((person_id) => ({
				...row,
				person_id,
				signed_at: began,
			})),
		};
	}

	function goalRow(state: "open" | "reached") {
		const goalId = newId();
		const text = (pair.mentee.enrollment?.goal ?? "").slice(0, 200);
		const words = { text, measure: null, steps: [] };
		return {
			...inIt,
			...program,
			goal_id: goalId,
			person_id: mentee_id,
			words: sealGoal(deps.cipher, { workspaceId, goalId }, words),
			state,
			touched_at: at(10),
			created_at: began,
			ended_at: state === "reached" ? at(10) : null,
		};
	}

	function introductionRow(met: DemoPair["mentee"]) {
		const introductionId = newId();
		const owner = { workspaceId, introductionId };
		const words = { topic: met.title, why: null };
		return {
			...inIt,
			...program,
			introduction_id: introductionId,
			mentee_id,
			mentor_id,
			third_id: idOf(met),
			state: "accepted" as const,
			words: sealIntroduction(deps.cipher, owner, words),
			started_at: at(pair.began - 5),
			named_at: at(pair.began - 6),
			closes_at: at(pair.began - 15),
			ended_at: at(pair.began - 8),
		};
	}
}

function meetingRows(
	deps: Deps,
	{ workspaceId, personIds }: Seeded,
	{ pair, mentorshipId }: Mentored,
	isMeant: (ago: number) => boolean,
): Rows {
	const here = { workspace_id: workspaceId };
	const meetings = pair.meetings
		.filter((one) => isMeant(one.ago))
		.map(({ ago: days, isHeld }) => {
			const at = ago(deps, days).now();
			return {
				...here,
				...{ meeting_id: newId(), mentorship_id: mentorshipId },
				state: isHeld ? ("met" as const) : ("not" as const),
				...{ starts_at: at, set_at: at, created_at: at },
				length_minutes: 30,
				held_at: isHeld ? at : null,
			};
		});
	return {
		meeting: meetings,
		meeting_answer: meetings
			.filter(({ state }) => state === "met")
			.flatMap(({ meeting_id, starts_at }) =>
				[pair.mentee, pair.mentor].map(({ id }, who) => ({
					...here,
					...{ meeting_id, person_id: personIds.get(id) ?? "" },
					answer: "met" as const,
					usefulness: pair.useful[who] ?? null,
					answered_at: starts_at,
				})),
			),
	};
}

const askOf = ({ mentee }: DemoPair) => ({
	ask: "I would like to tell you where I am stuck, and hear how you went about it.",
	goal: mentee.enrollment?.goal ?? null,
	duration: "some_months" as const,
	why: null,
	offer: null,
	recommendedBy: null,
	notMyManager: true,
	ready: true,
});
