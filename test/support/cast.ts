import { smallWorld } from "../../simulator/small-world.ts";
import type { SlackUser, World } from "../../simulator/world.ts";

/**
 * The kinds of people whom the gate must tell apart. In every workspace there
 * is one of each, with the same Slack id everywhere.
 */
export const kinds = {
	mentee: { id: "U0MENTEE", joins: "mentee" },
	mentor: { id: "U0MENTOR1", joins: "mentor" },
	"partner of the mentee": { id: "U0PARTNER", joins: "both" },
	stranger: { id: "U0STRANGER" },
	"member who left": { id: "U0LEFT", joins: "both" },
	"member on a pause": { id: "U0PAUSED", joins: "both" },
	"manager of the mentee": { id: "U0MANAGER" },
	"manager of this program": { id: "U0PM" },
	"manager of another program": { id: "U0OTHERPM" },
	"Slack admin": { id: "U0ADMIN", slack: { is_admin: true } },
	guest: { id: "U0GUEST", slack: { is_restricted: true } },
	"external person": {
		id: "U0EXTERNAL",
		slack: { is_stranger: true, team_id: "T0ELSEWHERE" },
	},
	"deactivated person": { id: "U0OLD", slack: { deleted: true } },
	bot: { id: "U0ROBOT", slack: { is_bot: true } },
	// Never act here: what is theirs is what the others must not reach.
	"other mentee": { id: "U0OTHERMENTEE", joins: "both" },
	"other mentor": { id: "U0OTHERMENTOR", joins: "both" },
	"other partner": { id: "U0OTHERPARTNER", joins: "both" },
} as const satisfies Record<string, Member>;

type Member = {
	id: string;
	joins?: "mentee" | "mentor" | "both";
	slack?: Partial<SlackUser>;
};

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

export function member(kind: Kind): Member {
	return kinds[kind];
}

/** The workspaces: where things happen, another, and one that uninstalls. */
export const teams = { here: "T0HERE", elsewhere: "T0THERE", gone: "T0GONE" };

/** Three workspaces with the same cast. */
export const castWorld: World = {
	...smallWorld,
	teams: Object.values(teams).map((id) => ({
		id,
		name: `Workspace ${id}`,
		domain: id.toLowerCase(),
		botToken: `xoxb-${id}`,
		botUserId: "U0MENTOR",
		botId: "B0MENTOR",
		users: kindNames.map((kind) => ({
			id: member(kind).id,
			name: kind.replaceAll(" ", "."),
			real_name: `${kind} ${id}`,
			tz: "Europe/Lisbon",
			...member(kind).slack,
		})),
	})),
};

/** What each of those who have joined is to what is for all of them. */
export const allEnrolled = Object.fromEntries(
	kindNames
		.filter((kind) => kind !== "member who left")
		.filter((kind) => member(kind).joins)
		.map((kind) => [kind, "enrolled"]),
);
