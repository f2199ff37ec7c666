import type { PersonRow } from "../workspaces/person.ts";

/** One view shows them all, with a button each. */
export const mostManagers = 20;

export type Manager = {
	personId: string;
	slackUserId: string;
	name: string;
	/** Can act: neither deactivated nor a guest. */
	isActive: boolean;
	since: Date;
};

export type CannotAdd =
	| "unknown"
	| "already"
	| "full"
	| Exclude<PersonRow["standing"], "member">;

/** Why someone cannot become a manager of a program; null: they can. */
export function whyNotAdd(
	managers: readonly Manager[],
	person: PersonRow | undefined,
): CannotAdd | null {
	if (!person) return "unknown";
	if (managers.some(({ personId }) => personId === person.personId))
		return "already";
	if (person.standing !== "member") return person.standing;
	return managers.length >= mostManagers ? "full" : null;
}

/** Whether a program still has someone to run it when this one has gone. */
export function canGo(managers: readonly Manager[], personId: string): boolean {
	const leaving = managers.find((manager) => manager.personId === personId);
	return (
		leaving?.isActive === false ||
		managers.some((other) => other.isActive && other !== leaving)
	);
}

/** While nobody is left who can act, the program can be claimed. */
export const canClaim = (managers: readonly Manager[]): boolean =>
	!managers.some(({ isActive }) => isActive);
