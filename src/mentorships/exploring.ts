import { waitsForMore } from "./kinds.ts";
import { isStopped, type Mentorship } from "./mentorship.ts";

/** What one member says in private, as often as they like until the date. */
export type ExploringAnswer = { personId: string; goesOn: boolean };

/** Whether they have talked with each other, or are going to. */
export type Talk = "none" | "booked" | "met";

/** A flash is its one conversation: there is nothing to go on with. */
export function isAskedToGoOn({
	state,
	kind,
}: Pick<Mentorship, "state" | "kind">): boolean {
	return state === "exploring" && kind !== "flash";
}

/**
 * Only if each one who is in it now has said so; not where something is wrong,
 * whatever was said before, nor while a group waits for more mentees.
 */
export function goesOn(
	mentorship: Pick<Mentorship, "members" | "kind" | "state" | "closedAt">,
	answers: readonly ExploringAnswer[],
): boolean {
	const said = new Map(answers.map((it) => [it.personId, it.goesOn]));
	return (
		!isStopped(mentorship) &&
		!waitsForMore(mentorship) &&
		mentorship.members.every(({ personId }) => said.get(personId))
	);
}
