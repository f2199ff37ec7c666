import type { Mentorship } from "../mentorships/mentorship.ts";
import { overlaps, type Span } from "../time/spans.ts";
import { isAhead, type Meeting, wasPlanned } from "./meeting.ts";
import { type Attendee, type Slot, slotsPerPage, spanOf } from "./slot.ts";
import { findSlots } from "./slots.ts";

/** All that planning a conversation goes by. */
export type Planning = {
	mentorship: Mentorship;
	attendees: Attendee[];
	/** What is planned already, and still to come. */
	standing: Meeting | null;
	/** What they have planned elsewhere. */
	busy: Span[];
	/** Conversations that took place, as far as anybody knows. */
	before: Span[];
	lengthMinutes: number;
};

/** What someone had before them when they picked a time. */
export type Known = string;

export function knownOf(standing: Meeting | null): Known {
	return standing ? `${standing.meetingId}.${standing.sequence}` : "none";
}

/** The conversations of which whose turn it is to bear is told. */
export function heldBefore(meetings: readonly Meeting[], now: Date): Span[] {
	return meetings
		.filter(
			(meeting) =>
				meeting.state === "met" ||
				meeting.state === "unsaid" ||
				(meeting.state === "planned" && !isAhead(meeting, now)),
		)
		.filter((meeting) => wasPlanned(meeting) && !meeting.inWriting)
		.map(({ startsAt, lengthMinutes }) => spanOf(startsAt, lengthMinutes));
}

/** One page of times to offer, and whether there is another one. */
export function offerSlots(
	planning: Planning,
	{ zone, now, page }: { zone: string; now: Date; page: number },
): { slots: Slot[]; hasMore: boolean } {
	const { attendees, busy, before, lengthMinutes, standing } = planning;
	const own = standing ? [spanOf(standing.startsAt, lengthMinutes)] : [];
	const question = { attendees, before, lengthMinutes, zone, now };
	const all = findSlots({ ...question, busy: [...busy, ...own] });
	const from = page * slotsPerPage;
	const slots = all.slice(from, from + slotsPerPage);
	return { slots, hasMore: all.length > from + slotsPerPage };
}

/** Someone has another conversation then. */
export function isTaken({ busy, lengthMinutes }: Planning, at: Date): boolean {
	const span = spanOf(at, lengthMinutes);
	return busy.some((other) => overlaps(other, span));
}
