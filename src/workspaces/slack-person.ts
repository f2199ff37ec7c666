import { z } from "zod";
import { clean, cut } from "../slack/mrkdwn.ts";

/** A member as users.info, users.list and user_change give it. */
export const slackUser = z.object({
	id: z.string(),
	team_id: z.string().nullish(),
	name: z.string().default(""),
	real_name: z.string().nullish(),
	tz: z.string().nullish(),
	locale: z.string().nullish(),
	deleted: z.boolean().default(false),
	is_bot: z.boolean().default(false),
	is_restricted: z.boolean().default(false),
	is_ultra_restricted: z.boolean().default(false),
	is_admin: z.boolean().default(false),
	is_owner: z.boolean().default(false),
	is_stranger: z.boolean().default(false),
	profile: z
		.looseObject({
			real_name: z.string().nullish(),
			display_name: z.string().nullish(),
			title: z.string().nullish(),
			/** Only where the app may read emails. */
			email: z.string().nullish(),
		})
		.default({}),
});

/** What Slack's own forms take; a name from elsewhere may be longer. */
const longestName = 80;
const longestTitle = 120;

export type SlackUser = z.infer<typeof slackUser>;

export type Standing = "member" | "guest" | "bot" | "external" | "deactivated";

/** What Slack says of a person, as we keep it. */
export type SlackPerson = {
	slackUserId: string;
	name: string;
	title: string;
	standing: Standing;
	/** The zone's name; offsets change with the season. */
	zone: string;
	locale: string;
	/** What they may do in Slack itself. */
	slackRole: "member" | "admin" | "owner";
};

export function readSlackUser(
	user: SlackUser,
	teamId: string | null,
): SlackPerson {
	const { profile } = user;
	const names = [
		profile.real_name,
		user.real_name,
		profile.display_name,
		user.name,
		user.id,
	].map((name) => clean(name ?? ""));
	return {
		slackUserId: user.id,
		name: cut(names.find((name) => name) ?? "", longestName),
		title: cut(clean(profile.title ?? ""), longestTitle),
		standing: standingOf(user, teamId),
		zone: user.tz || "UTC",
		locale: user.locale || "en-US",
		slackRole: user.is_owner ? "owner" : user.is_admin ? "admin" : "member",
	};
}

function standingOf(user: SlackUser, teamId: string | null): Standing {
	if (user.deleted) return "deactivated";
	if (user.is_bot || user.id === "USLACKBOT") return "bot";
	// In an org-wide install every workspace of the org is home.
	const foreign = teamId !== null && (user.team_id ?? teamId) !== teamId;
	if (user.is_stranger || foreign) return "external";
	if (user.is_restricted || user.is_ultra_restricted) return "guest";
	return "member";
}
