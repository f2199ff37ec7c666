import type { Mentorship } from "../../src/mentorships/mentorship.ts";

const start = new Date("2026-03-02T12:00:00Z");

/** A mentorship of two that is exploring, but for what is said otherwise. */
export function aMentorship(differs: Partial<Mentorship> = {}): Mentorship {
	return {
		mentorshipId: "01890a5d-ac96-774b-bcce-b302099a8058",
		programId: "01890a5d-ac96-774b-bcce-b302099a8057",
		programName: null,
		kind: "one_to_one",
		state: "exploring",
		since: start,
		changes: 0,
		turnedAt: start,
		exploringUntil: null,
		activeSince: null,
		rhythm: null,
		lengthMinutes: null,
		halfwayOn: null,
		endsOn: null,
		pausedFrom: null,
		pausedUntil: null,
		pauseEnds: null,
		pausedBy: null,
		endedAs: null,
		lineup: 0,
		closedAt: null,
		members: [
			{
				personId: "p1",
				slackUserId: "U0MENTOR",
				name: "Ben",
				role: "mentor",
				stoppedAt: null,
			},
			{
				personId: "p2",
				slackUserId: "U0MENTEE",
				name: "Ana",
				role: "mentee",
				stoppedAt: null,
			},
		],
		...differs,
	};
}
