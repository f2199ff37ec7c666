import { z } from "zod";
import { awayUntil } from "../enrollment/availability.ts";
import { fieldFaults } from "../slack/fields.ts";
import { addDays, daysBetween, utcDate } from "../time/calendar.ts";
import { startOfDate } from "../time/dates.ts";
import { inZone } from "../time/zones.ts";
import { type Member, type Mentorship, othersOf } from "./mentorship.ts";
import { noonOf, turnDays } from "./turns.ts";

/** How long a pause is asked for; `open`: until they come back. */
export const pauseLengths = ["twoWeeks", "fourWeeks", "date", "open"] as const;
export type PauseLength = (typeof pauseLengths)[number];

export const pauseForm = z.object({
	length: z.enum(pauseLengths, fieldFaults.choose),
	/** Of `date`. */
	until: z.iso.date().nullish(),
});
export type PauseForm = z.infer<typeof pauseForm>;

const weeks = { twoWeeks: 14, fourWeeks: 28 } as const;
const day = 24 * 3_600_000;

/** The local date on which a pause of some weeks is over. */
export function pauseDate(
	length: keyof typeof weeks,
	zone: string,
	now: Date,
): Date {
	const today = inZone(now, zone).toPlainDate().toString();
	return startOfDate(addDays(today, weeks[length]), zone);
}

/** null: open-ended; `noDate`: none was chosen, past, or over a year away. */
export function pauseEnd(
	{ length, until }: PauseForm,
	zone: string,
	now: Date,
): Date | null | "noDate" {
	if (length === "open") return null;
	if (length !== "date") return pauseDate(length, zone, now);
	return (until && awayUntil(until, zone, now)) || "noDate";
}

/** Someone gone from Slack may be on leave: so long their place is kept. */
const goneDays = 30;

export function goneUntil(now: Date): Date {
	return new Date(now.getTime() + goneDays * day);
}

/** From then on whoever waits may do something else. */
export function longPauseAt({ since }: Pick<Mentorship, "since">): Date {
	return new Date(since.getTime() + turnDays.longPause * day);
}

/** Who needs the pause; undefined: nobody knows any more. */
export function pauserOf({
	members,
	pausedBy,
}: Pick<Mentorship, "members" | "pausedBy">): Member | undefined {
	return members.find(({ personId }) => personId === pausedBy);
}

/** Those who wait for the one who needs the pause. */
export function waitingMembers(
	mentorship: Pick<Mentorship, "members" | "pausedBy">,
): Member[] {
	const pauser = pauserOf(mentorship);
	return pauser ? othersOf(mentorship, pauser.personId) : mentorship.members;
}

/** Someone who is helped has waited for so long that they may look around. */
export function isLongFor(
	mentorship: Pick<Mentorship, "members" | "pausedBy" | "since">,
	personId: string,
	now: Date,
): boolean {
	const waits = waitingMembers(mentorship).some(
		(one) => one.personId === personId && one.role !== "mentor",
	);
	return waits && now >= longPauseAt(mentorship);
}

/** Nobody is dragged back by those who wait. */
export function mayResume(
	mentorship: Pick<Mentorship, "members" | "pausedBy">,
	personId: string,
): boolean {
	const pauser = pauserOf(mentorship);
	return !pauser || pauser.personId === personId;
}

/**
 * The dates of a mentorship when its pause ends: what was still to come moves
 * along by as many days of the calendar as the pause began before.
 */
export function datesAfterPause(
	{
		since,
		exploringUntil,
		halfwayOn,
		endsOn,
	}: Pick<Mentorship, "since" | "exploringUntil" | "halfwayOn" | "endsOn">,
	now: Date,
): Pick<Mentorship, "exploringUntil" | "halfwayOn" | "endsOn"> {
	const days = daysBetween(utcDate(since), utcDate(now));
	const isToCome = halfwayOn !== null && noonOf(halfwayOn) > since;
	return {
		exploringUntil:
			exploringUntil && new Date(exploringUntil.getTime() + days * day),
		halfwayOn: isToCome ? addDays(halfwayOn, days) : halfwayOn,
		endsOn: endsOn && addDays(endsOn, days),
	};
}
