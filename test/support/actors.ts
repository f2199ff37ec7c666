import type { Policy } from "../../src/slack/feature.ts";
import { type Kind, kindNames, kinds, member, teams } from "./cast.ts";
import type { Thing } from "./things.ts";

/** One kind of actor of the matrix, and the facts that decide for it. */
export type Actor = {
	name: string;
	team: string;
	user: string;
	/** null: not of the cast, nobody Slack knows. */
	kind: Kind | null;
	workspace: "installed" | "uninstalled" | "never installed";
	standing: "member" | "guest" | "external" | "deactivated" | "bot" | "unknown";
	isEnrolled: boolean;
};

const standings: Partial<Record<Kind, Actor["standing"]>> = {
	guest: "guest",
	"external person": "external",
	"deactivated person": "deactivated",
	bot: "bot",
};

function actor(kind: Kind, team = teams.here, name: string = kind): Actor {
	const isEnrolled = Boolean(member(kind).joins) && kind !== "member who left";
	return {
		name,
		team,
		user: kinds[kind].id,
		kind,
		workspace: "installed",
		standing: standings[kind] ?? "member",
		isEnrolled,
	};
}

export const actors: Actor[] = [
	...kindNames
		.filter((kind) => !kind.startsWith("other "))
		.map((kind) => actor(kind)),
	actor("mentee", teams.elsewhere, "mentee of another workspace"),
	actor("mentor", teams.elsewhere, "mentor of another workspace"),
	{
		...actor("mentee", teams.gone, "mentee of an uninstalled workspace"),
		workspace: "uninstalled",
	},
	{
		...actor("mentee", "T0NEVER", "someone where it was never installed"),
		workspace: "never installed",
	},
	{
		...actor("stranger", teams.here, "someone Slack does not know"),
		user: "U0NOBODY",
		kind: null,
		standing: "unknown",
	},
];

export type Verdict =
	| { is: "allowed" }
	/** `audited`: the attempt is written down. */
	| { is: "refused"; why: Refusal; audited: boolean };
type Refusal =
	| Exclude<Actor["standing"], "member">
	| "uninstalled"
	| "notYours"
	| "notManager"
	| "notAdmin"
	| "notEnrolled";

/** What the declared policy says, by the facts alone and in our own words. */
export function verdict(
	policy: Policy<unknown>,
	actor: Actor,
	thing: Thing | null,
): Verdict {
	const refused = (why: Refusal, audited = true): Verdict => ({
		is: "refused",
		why,
		audited,
	});
	if (actor.workspace !== "installed")
		return refused("uninstalled", actor.workspace === "uninstalled");
	if (policy.who === "system") return { is: "allowed" };
	if (actor.standing !== "member") return refused(actor.standing);
	switch (policy.who) {
		case "member":
			return { is: "allowed" };
		case "enrolled":
			// A word of guidance, and nothing to be suspicious about.
			return actor.isEnrolled
				? { is: "allowed" }
				: refused("notEnrolled", false);
		case "manager":
			return actor.kind?.endsWith("program")
				? { is: "allowed" }
				: refused("notManager");
		case "admin":
			return actor.kind === "Slack admin"
				? { is: "allowed" }
				: refused("notAdmin");
		case "manager or admin":
			return actor.kind?.endsWith("program") || actor.kind === "Slack admin"
				? { is: "allowed" }
				: refused("notManager");
		case "related": {
			const isHere = thing?.team === actor.team && thing.kind === policy.to;
			const relation =
				isHere && actor.kind ? thing.relations[actor.kind] : undefined;
			return relation && policy.as.includes(relation)
				? { is: "allowed" }
				: refused("notYours");
		}
	}
}

/** A full member of a workspace that has the app. */
export function isMember({ team, user }: { team: string; user: string }) {
	const kind = kindNames.find((name) => kinds[name].id === user);
	const installed = team === teams.here || team === teams.elsewhere;
	return installed && kind !== undefined && !standings[kind];
}
