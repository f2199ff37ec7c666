import type { TeamState } from "./state.ts";
import type { Person } from "./surface.ts";
import type { SlackUser, World } from "./world.ts";

/** Everyone of a workspace that has a face, the app's own bot user last. */
export function everyone(world: World, { team }: TeamState): SlackUser[] {
	return [
		...team.users,
		{
			id: team.botUserId,
			name: world.appName.toLowerCase(),
			real_name: world.appName,
			tz: "America/Los_Angeles",
			is_bot: true,
		},
	];
}

export function findUser(
	world: World,
	state: TeamState,
	id: string,
): SlackUser | undefined {
	return everyone(world, state).find((user) => user.id === id);
}

export function nameOf(world: World, state: TeamState, id: string): string {
	return findUser(world, state, id)?.real_name ?? id;
}

export function toPerson(user: SlackUser): Person {
	return {
		id: user.id,
		name: user.real_name,
		title: user.title ?? "",
		isBot: user.is_bot ?? false,
		isGuest: (user.is_restricted || user.is_ultra_restricted) ?? false,
		isDeactivated: user.deleted ?? false,
	};
}

/** Slackbot is in every list, and is not marked as a bot. */
export const slackbot: SlackUser = {
	id: "USLACKBOT",
	name: "slackbot",
	real_name: "Slackbot",
	tz: "America/Los_Angeles",
};

export function mayReadEmail({ team }: TeamState): boolean {
	return team.scopes?.includes("users:read.email") ?? false;
}

/** Slack's user object, as in users.info and user_change. */
export function userObject(
	user: SlackUser,
	{ team }: TeamState,
	withEmail: boolean,
): Record<string, unknown> {
	const teamId = user.team_id ?? team.id;
	const common = {
		id: user.id,
		team_id: teamId,
		name: user.name,
		deleted: user.deleted ?? false,
		profile: profile(user, teamId, withEmail),
		is_bot: user.is_bot ?? false,
		is_app_user: false,
		updated: 1_700_000_000,
	};
	if (user.deleted) return common;
	return {
		...common,
		color: "9f69e7",
		real_name: user.real_name,
		tz: user.tz,
		tz_label: user.tz,
		tz_offset: offsetOf(user.tz),
		is_admin: user.is_admin ?? false,
		is_owner: user.is_owner ?? false,
		is_primary_owner: false,
		is_restricted: user.is_restricted ?? false,
		is_ultra_restricted: user.is_ultra_restricted ?? false,
		...(user.is_stranger && { is_stranger: true }),
		is_email_confirmed: true,
		who_can_share_contact_card: "EVERYONE",
		...(team.enterpriseId && {
			enterprise_user: {
				id: user.id,
				enterprise_id: team.enterpriseId,
				teams: [team.id],
			},
		}),
	};
}

function profile(user: SlackUser, team: string, withEmail: boolean) {
	const [first, ...rest] = user.real_name.split(" ");
	return {
		title: user.title ?? "",
		phone: "",
		real_name: user.real_name,
		real_name_normalized: plain(user.real_name),
		display_name: user.is_bot ? "" : user.name,
		display_name_normalized: user.is_bot ? "" : plain(user.name),
		status_text: "",
		status_emoji: "",
		first_name: first,
		last_name: rest.join(" "),
		avatar_hash: "simulator",
		team,
		...(withEmail && user.email && { email: user.email }),
	};
}

function plain(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "");
}

const offsets = new Map<string, number>();

/** Worked out once a zone: of ten thousand people most share one. */
function offsetOf(zone: string): number {
	const offset = offsets.get(zone) ?? winterOffset(zone);
	offsets.set(zone, offset);
	return offset;
}

/** Seconds east of UTC in winter; an app that trusts it in summer is wrong. */
function winterOffset(zone: string): number {
	const parts = new Intl.DateTimeFormat("en", {
		timeZone: zone,
		timeZoneName: "longOffset",
	}).formatToParts(new Date("2024-01-15T12:00:00Z"));
	const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
	const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
	const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
	return sign === "-" ? -seconds : seconds;
}
