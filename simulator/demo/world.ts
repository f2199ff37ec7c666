import type { SlackUser, World } from "../world.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** The demo's people as a local Slack knows them. */
export function demoWorld(workspaces: DemoWorkspace[]): World {
	return {
		appId: "A0MENTOR",
		appName: "Mentor",
		signingSecret: "the-simulator-signs-with-this",
		appToken: "xapp-simulator",
		commands: ["/mentor"],
		shortcuts: [],
		teams: workspaces.map((workspace, index) => ({
			id: workspace.id,
			name: workspace.name,
			domain: workspace.domain,
			botToken: `xoxb-simulator-${index + 1}`,
			botUserId: `UMENTOR0${index + 1}`,
			botId: `BMENTOR0${index + 1}`,
			users: workspace.people.map(slackUser),
			channels: [
				{
					id: `CGENERAL0${index + 1}`,
					name: "general",
					members: workspace.people
						.filter(({ standing }) => standing === "member")
						.map(({ id }) => id),
				},
			],
		})),
	};
}

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
	};
}
