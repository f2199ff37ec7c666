import { sql } from "kysely";
import {
	answer,
	type OnMet,
	type OnTakenBack,
} from "../../src/meetings/answer.service.ts";
import { cancel } from "../../src/meetings/cancel.service.ts";
import type { MeetingAnswer } from "../../src/meetings/meeting.ts";
import { listMeetingsIn } from "../../src/meetings/meetings.queries.ts";
import { readToSay } from "../../src/meetings/meetings.service.ts";
import { pick } from "../../src/meetings/pick.service.ts";
import { readPlanning } from "../../src/meetings/planning.service.ts";
import { knownOf } from "../../src/meetings/planning.ts";
import { newPair } from "../mentorships/new-pair.ts";
import { openOffice } from "../support/office.ts";

export const monday = new Date("2026-03-02T10:00:00Z");
export const inDays = (days: number) =>
	new Date(monday.getTime() + days * 24 * 3_600_000);

type Pick = {
	by: string;
	at: Date | null;
	now?: Date;
	ownTime?: boolean;
	/** What they saw as planned; what is so, unless it is said. */
	known?: string;
};

/** An office in which people plan meetings, on a Monday in March. */
export async function openMeetingOffice() {
	const office = await openOffice();
	const { deps, run } = office;
	const visit = (personId: string, now = monday) => ({
		...office.visit(personId),
		now,
	});
	const planning = (mentorshipId: string, now = monday) =>
		run((trx) => readPlanning(trx, mentorshipId, now));
	const meetingsIn = (mentorshipId: string) =>
		run((trx) => listMeetingsIn(trx, mentorshipId, 10));

	async function picks(
		mentorshipId: string,
		{ by, at, now = monday, ownTime = false, known }: Pick,
	) {
		const found = await planning(mentorshipId, now);
		const seen = known ?? knownOf(found?.standing ?? null);
		const picking = { mentorshipId, at, ownTime, known: seen };
		return pick(deps, visit(by, now), picking);
	}

	return {
		...office,
		visit,
		planning,
		meetingsIn,
		picks,
		/** Two people in a mentorship, new ones each time. */
		pair: () => newPair(office),
		/** Somebody new in a mentorship with this mentor. */
		with: (mentor: string) => newPair(office, mentor),
		/** A meeting of the pair in two days, picked by the mentee. */
		async planned(pair: { mentorshipId: string; mentee: string }) {
			await picks(pair.mentorshipId, { by: pair.mentee, at: inDays(2) });
			const [meeting] = await meetingsIn(pair.mentorshipId);
			if (!meeting) throw new Error("Nothing was planned.");
			return meeting;
		},
		/** What someone says of a meeting, the day after. */
		says: (
			meetingId: string,
			by: string,
			what: MeetingAnswer,
			onMet: OnMet[] = [],
			onTakenBack: OnTakenBack[] = [],
		) => {
			const told = { meetingId, says: what };
			return answer(deps, visit(by, inDays(3)), told, onMet, onTakenBack);
		},
		cancels: (meetingId: string, by: string) =>
			cancel(deps, visit(by), meetingId),
		/** The states of those that someone may still say something of. */
		toSay: async (personId: string, now: Date) => {
			const found = await run((trx) => readToSay(trx, visit(personId, now)));
			return found.map(({ meeting }) => meeting.state);
		},
		/** Puts a mentorship into a state, or makes it another kind. */
		becomes: (mentorshipId: string, what: { state?: string; kind?: string }) =>
			run((trx) =>
				sql`update mentorship set state = coalesce(${what.state ?? null}, state),
						kind = coalesce(${what.kind ?? null}, kind)
					where mentorship_id = ${mentorshipId}`.execute(trx),
			),
		/** Who is owed what about a meeting, by the end of its kind. */
		owedOf: (meetingId: string) =>
			run(async (trx) => {
				const { rows } = await sql<{ kind: string; person: string }>`
					select kind, person_id as person from owed
						where subject_id = ${meetingId} order by owed_id`.execute(trx);
				return rows.map(({ kind, person }) => [kind.split(":")[1], person]);
			}),
	};
}

export type MeetingOffice = Awaited<ReturnType<typeof openMeetingOffice>>;
