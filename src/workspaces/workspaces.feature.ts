import { z } from "zod";
import { type Feature, systemEvent } from "../slack/feature.ts";
import { clockKind, clockSchedule, type OnClock } from "./clock.service.ts";
import { syncPerson } from "./people.service.ts";
import {
	type OnPresence,
	presenceKind,
	presenceSchedule,
} from "./presence.service.ts";
import { slackUser } from "./slack-person.ts";
import { uninstall } from "./workspaces.service.ts";

const personEvent = (id: string) =>
	systemEvent({
		id,
		input: z.looseObject({ user: slackUser }),
		handle: (deps, visit, { user }) =>
			syncPerson(deps, visit.workspaceId, user),
	});

const goodbye = (id: string) =>
	systemEvent({
		id,
		input: z.looseObject({}),
		handle: (deps, visit) => uninstall(deps, visit.workspaceId),
	});

/** What Slack says of people and of the app itself. */
export const workspacesFeature = (
	onPresence: OnPresence[],
	onClock: OnClock[],
): Feature => ({
	name: "workspaces",
	entries: [
		personEvent("user_change"),
		personEvent("team_join"),
		goodbye("app_uninstalled"),
		goodbye("tokens_revoked"),
	],
	schedules: {
		[presenceKind]: presenceSchedule(onPresence),
		[clockKind]: clockSchedule(onClock),
	},
});
