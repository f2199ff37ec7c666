import type { Meeting } from "../../src/meetings/meeting.ts";

/** A meeting planned for a Tuesday at noon, but for what is said otherwise. */
export function aMeeting(differs: Partial<Meeting> = {}): Meeting {
	return {
		meetingId: "01890a5d-ac96-774b-bcce-b302099a8059",
		mentorshipId: "01890a5d-ac96-774b-bcce-b302099a8058",
		state: "planned",
		startsAt: new Date("2026-03-10T12:00:00Z"),
		lengthMinutes: 30,
		inWriting: false,
		sequence: 0,
		setBy: "p2",
		setAt: new Date("2026-03-03T12:00:00Z"),
		heldAt: null,
		...differs,
	};
}
