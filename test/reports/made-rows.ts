import { helps } from "../../src/mentorships/closing.ts";
import { noDepartment } from "../../src/reports/candidate.ts";
import { helpedOf, outcomes } from "../../src/reports/closing-figures.ts";
import { healthOrder } from "../../src/reports/mentorship-figures.ts";
import type {
	MemberRow,
	MentorshipRow,
	PersonRow,
	ProgramRows,
} from "../../src/reports/rows.ts";
import { noRows } from "../support/program-rows.ts";
import {
	categoryOf,
	type Member,
	type PercentOf,
	saysYes,
	scoreOf,
	timeOf,
	wasAsked,
} from "./random-member.ts";

const hourMs = 3_600_000;
const daysBefore = (now: Date, days: number): Date =>
	new Date(now.getTime() - 24 * days * hourMs);

/**
 * Rows as a run of a cohort leaves them: figures made of them are about the
 * people they should be about, who say what they say in the program's report.
 */
export function rowsOfRun(
	members: readonly Member[],
	percentOf: PercentOf,
	now: Date,
): ProgramRows {
	const asked = (id: string) => members.filter((it) => wasAsked(id, it));
	const isSo = (it: Member, id: string) => saysYes(it, id, percentOf);
	const askers = asked("asked");
	const ask = (mentee: Member, mentor: Member, hours: number | null) => ({
		...{ menteeId: mentee.id, mentorId: mentor.id },
		state: isSo(mentee, "asked") ? "accepted" : "declined",
		askedAt: daysBefore(now, 50),
		repliedAt:
			hours === null
				? null
				: new Date(daysBefore(now, 50).getTime() + hours * hourMs),
	});
	return {
		...noRows,
		people: members.filter(({ isIn }) => isIn).map(personRow),
		mentorships: mentorshipsOf(members, isSo, now),
		requests: [
			...askers.map((it) => ask(it, it, null)),
			...asked("firstReply").map((it) =>
				ask(askers[0] ?? it, it, timeOf(it, "firstReply")),
			),
		],
		matches: asked("timeToMatch").map((it) => ({
			personId: it.id,
			askedAt: daysBefore(now, timeOf(it, "timeToMatch")),
			matchedAt: now,
		})),
		goals: asked("goals").map((it) => ({
			personId: it.id,
			hasReached: isSo(it, "goals"),
		})),
		useful: asked("useful").map((it) => ({
			personId: it.id,
			mean: scoreOf(it, "useful", percentOf),
		})),
		introduced: members
			.filter((it) => wasAsked("introduced", it) || hasFound(it, isSo))
			.filter((it) => isSo(it, "introduced"))
			.map(({ id }) => id),
		lookBacks: asked(helpedOf.questions).map((it) => ({
			...{ personId: it.id, mentorshipId: overId(it) },
			helped: helps.filter((help) => isSo(it, helpedOf[help])),
		})),
		closings: asked("endings").map((it) => ({
			...{ personId: it.id, mentorshipId: overId(it), closedAt: now },
			outcome: categoryOf(it, "endings", outcomes),
		})),
	};
}

const personRow = (member: Member): PersonRow => ({
	personId: member.id,
	department: member.department === noDepartment ? null : member.department,
	role:
		member.isMentor && member.isMentee
			? "both"
			: member.isMentor
				? "mentor"
				: "mentee",
	...{ state: "open", capacity: 1, isAway: false },
});

type IsSo = (member: Member, id: string) => boolean;

const hasFound = (member: Member, isSo: IsSo): boolean =>
	member.isMentee && isSo(member, "found");

const overId = ({ id }: Member): string => `${id} over`;

/** One for each thing that is to be said of somebody: as if all had been alone. */
function mentorshipsOf(
	members: readonly Member[],
	isSo: IsSo,
	now: Date,
): MentorshipRow[] {
	const one = (
		member: Member,
		what: string,
		role: MemberRow["role"],
		more: Partial<MentorshipRow>,
	): MentorshipRow => ({
		...{ mentorshipId: `${member.id} ${what}`, state: "proposed" },
		...{ rhythm: "weekly", countedFrom: now, talks: [] },
		...{ due: 0, held: 0, isAgreed: false },
		members: [{ personId: member.id, role }],
		...more,
	});
	return members.flatMap((it) => {
		const isMentee = hasFound(it, isSo);
		const isOver = isMentee || wasAsked("closed", it);
		const state = isSo(it, "closed") ? "completed" : "ended";
		const isAgreed = isSo(it, "agreed");
		const held = Number(isSo(it, "met"));
		return [
			// Whoever found a mentor is one of those whose mentorship is over.
			...(isOver
				? [one(it, "over", isMentee ? "mentee" : "mentor", { state })]
				: []),
			...(wasAsked("met", it)
				? [one(it, "met", "mentor", { due: 1, held })]
				: []),
			...(wasAsked("agreed", it)
				? [one(it, "open", "mentor", { isAgreed, ...openOf(it, now) })]
				: []),
			// A proposal is enough to be asked whom one met, and for nothing else.
			...(wasAsked("introduced", it) ? [one(it, "new", "mentee", {})] : []),
		];
	});
}

/** Under way, as healthy as it is said to be. */
function openOf(member: Member, now: Date): Partial<MentorshipRow> {
	const countedFrom = (days: number) => daysBefore(now, days);
	switch (categoryOf(member, "health", healthOrder)) {
		case "onTrack":
			return { state: "paused", countedFrom: countedFrom(1) };
		case "needsCheckIn":
			return { state: "paused", countedFrom: countedFrom(60) };
		case "quiet":
			return { state: "active", countedFrom: countedFrom(300) };
		default:
			return { state: "exploring" };
	}
}
