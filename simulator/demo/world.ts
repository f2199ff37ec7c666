import {
	optionalScopes,
	requiredScopes,
	type SlackChannel,
	type SlackUser,
	type World,
} from "../world.ts";
import { isInHr, leadsHr } from "./hr.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** The demo's people as a local Slack knows them. */
export function demoWorld(workspaces: DemoWorkspace[]): World {
	return {
		appId: "A0MENTOR",
		appName: "Mentor",
		signingSecret: "the-simulator-signs-with-this",
		appToken: "xapp-simulator",
		commands: ["/mentor"],
		shortcuts: [
			{
				callback_id: "agenda:add",
				name: "Add to mentoring agenda",
				type: "message",
			},
		],
		teams: workspaces.map((workspace, index) => ({
			id: workspace.id,
			name: workspace.name,
			domain: workspace.domain,
			botToken: `xoxb-simulator-${index + 1}`,
			botUserId: botUser(index + 1),
			botId: `BMENTOR0${index + 1}`,
			users: workspace.people.map(slackUser),
			channels: channels(workspace, index + 1),
			// One workspace grants all there is, the other what it must.
			scopes: [...requiredScopes, ...(index === 0 ? optionalScopes : [])],
		})),
	};
}

/** The bot is in one: to write in the others it has to be invited. */
function channels({ people }: DemoWorkspace, number: number): SlackChannel[] {
	const idsOf = (some: DemoPerson[]) => some.map(({ id }) => id);
	const hr = idsOf(people.filter(isInHr));
	return [
		{
			id: `CGENERAL0${number}`,
			name: "general",
			members: idsOf(people.filter(({ standing }) => standing === "member")),
		},
		{
			id: `CMENTORHR0${number}`,
			name: "mentoring-hr",
			members: [...hr, botUser(number)],
		},
		{
			id: `CHRTEAM0${number}`,
			name: "hr-team",
			members: hr,
			isPrivate: true,
		},
	];
}

const botUser = (number: number) => `UMENTOR0${number}`;

function slackUser(person: DemoPerson): SlackUser {
	return {
		id: person.id,
		name: person.name.toLowerCase().replaceAll(/[^\p{L}]+/gu, "."),
		real_name: person.name,
		title: person.title,
		tz: person.zone,
		locale: person.locale,
		is_bot: person.standing === "bot",
		is_restricted: person.standing === "guest",
		deleted: person.standing === "deactivated",
		is_admin: leadsHr(person),
	};
}
