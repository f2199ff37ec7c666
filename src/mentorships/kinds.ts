import type { ProgramKind, ProgramSettings } from "../programs/settings.ts";
import type { Member, MemberRole, Mentorship } from "./mentorship.ts";

/** Slack opens a group DM for so many people beside the bot. */
const mostInGroupDm = 8;

/** A group is one mentor and so many mentees. */
export const groupMentees = { least: 2, most: mostInGroupDm - 1 } as const;
export const mostPeers = mostInGroupDm;

/** The states in which somebody may still come in. */
const openStates = ["exploring", "agreeing", "active"] as const;

/** What the one who asked is in a mentorship of a kind, and the one asked. */
export function rolesOf(kind: string): {
	asker: MemberRole;
	asked: MemberRole;
} {
	return kind === "peer"
		? { asker: "peer", asked: "peer" }
		: { asker: "mentee", asked: "mentor" };
}

/** How long an agreement of this kind is for, until they say otherwise. */
export function usualMonths(
	kind: string,
	{ defaults }: Pick<ProgramSettings, "defaults">,
): number {
	return kind === "expertise"
		? Math.min(3, defaults.durationMonths)
		: defaults.durationMonths;
}

/** How often people meet in this kind, until they say otherwise. */
export function usualRhythm(
	kind: string,
	{ defaults }: Pick<ProgramSettings, "defaults">,
): ProgramSettings["defaults"]["rhythm"] {
	return kind === "external" ? "monthly" : defaults.rhythm;
}

/** Whether a program has mentorships of a kind at all. */
export function usesKind(
	{ kinds }: Pick<ProgramSettings, "kinds">,
	kind: ProgramKind,
): boolean {
	return kinds.includes(kind);
}

type Gathering = Pick<Mentorship, "kind" | "state" | "closedAt"> & {
	members: Pick<Member, "role">[];
};

/** How many more may come into a group or among peers. */
export function roomIn({ kind, state, closedAt, members }: Gathering): number {
	if (closedAt || !openStates.some((open) => open === state)) return 0;
	const there = (role: MemberRole) =>
		members.filter((member) => member.role === role).length;
	if (kind === "group") return Math.max(0, groupMentees.most - there("mentee"));
	return kind === "peer" ? Math.max(0, mostPeers - there("peer")) : 0;
}

/** A group of one mentee waits for others before it goes on. */
export function waitsForMore({ kind, state, members }: Gathering): boolean {
	const mentees = members.filter(({ role }) => role === "mentee");
	return (
		kind === "group" &&
		state === "exploring" &&
		mentees.length < groupMentees.least
	);
}

/** Whether the others can go on when this one leaves. */
export function goesOnWithout(
	{ kind, members }: Pick<Mentorship, "kind" | "members">,
	{ personId, role }: Pick<Member, "personId" | "role">,
): boolean {
	const left = members.filter((member) => member.personId !== personId);
	if (kind === "group")
		return role === "mentee" && left.some((one) => one.role === "mentee");
	return kind === "peer" && left.length > 1;
}
