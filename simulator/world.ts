import type { Shortcut } from "./surface.ts";

/** A member of a workspace; flags as in Slack's own user object. */
export type SlackUser = {
	id: string;
	/** The handle, without the @. */
	name: string;
	real_name: string;
	title?: string;
	email?: string;
	tz: string;
	locale?: string;
	is_bot?: boolean;
	is_restricted?: boolean;
	is_ultra_restricted?: boolean;
	is_stranger?: boolean;
	deleted?: boolean;
	is_admin?: boolean;
	is_owner?: boolean;
	/** Set for people of another workspace; theirs, not this one. */
	team_id?: string;
};

export type SlackChannel = {
	id: string;
	/** Without the #. */
	name: string;
	/** User ids; the bot is in only when its user id is named. */
	members: string[];
	isPrivate?: boolean;
	isArchived?: boolean;
};

export type SlackTeam = {
	id: string;
	name: string;
	domain: string;
	enterpriseId?: string;
	botToken: string;
	botUserId: string;
	botId: string;
	users: SlackUser[];
	channels?: SlackChannel[];
	/** What the token may do; `requiredScopes` when left out. */
	scopes?: string[];
};

/** One app, as its manifest would say, and the workspaces that have it. */
export type World = {
	appId: string;
	appName: string;
	signingSecret: string;
	appToken: string;
	/** With the slash: "/mentor". All with `should_escape`. */
	commands: string[];
	shortcuts: Shortcut[];
	teams: SlackTeam[];
};

export const requiredScopes = [
	"commands",
	"chat:write",
	"im:write",
	"mpim:write",
	"im:history",
	"users:read",
	"channels:read",
	"files:write",
];

/** What a workspace may grant besides. */
export const optionalScopes = [
	"files:read",
	"groups:read",
	"users.profile:read",
	"users:read.email",
];
