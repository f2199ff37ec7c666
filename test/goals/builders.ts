import type { Goal, OwnGoal, Step } from "../../src/goals/goal.ts";
import type { Member, Mentorship } from "../../src/mentorships/mentorship.ts";
import { aMentorship } from "../support/a-mentorship.ts";

export const at = new Date("2026-03-02T12:00:00Z");

/** Steps by their names; those with an x in front are done. */
export function steps(...names: string[]): Step[] {
	return names.map((name, index) => ({
		id: index + 1,
		text: name.replace(/^x /, ""),
		isDone: name.startsWith("x "),
	}));
}

export function aGoal(parts: Partial<Goal> = {}): Goal {
	return {
		goalId: "01890a5d-ac96-774b-bcce-b302099a8057",
		owner: { personId: "p2", slackUserId: "U0MENTEE", name: "Ana" },
		mentorshipId: null,
		programName: null,
		text: "Lead a team meeting",
		measure: null,
		steps: [],
		quarters: 0,
		dueOn: null,
		state: "open",
		touches: 0,
		touchedAt: at,
		endedAt: null,
		...parts,
	};
}

export function ownGoal(
	parts: Partial<Goal> = {},
	rest: Partial<OwnGoal> = {},
): OwnGoal {
	return { goal: aGoal(parts), why: null, readers: [], ...rest };
}

export const aMember = (
	personId: string,
	role: Member["role"],
	name = personId,
): Member => ({
	personId,
	slackUserId: `U0${role.toUpperCase()}`,
	name,
	role,
	stoppedAt: null,
});

export const anActive = (members: Member[]): Mentorship =>
	aMentorship({ state: "active", members });
