import type { SlackTeam, SlackUser, World } from "./world.ts";

const people: SlackUser[] = [
	{
		id: "U01ANA",
		name: "ana",
		real_name: "Ana Lopes",
		title: "Software engineer",
		email: "ana@example.com",
		tz: "Europe/Lisbon",
		is_admin: true,
		is_owner: true,
	},
	{
		id: "U02BEN",
		name: "ben",
		real_name: "Ben Okafor",
		title: "Staff engineer",
		email: "ben@example.com",
		tz: "Africa/Lagos",
	},
	{
		id: "U03CHEN",
		name: "chen",
		real_name: "Chen Wei",
		title: "Engineering manager",
		email: "chen@example.com",
		tz: "Asia/Shanghai",
		locale: "zh-CN",
	},
	{
		id: "U04DANA",
		name: "dana",
		real_name: "Dana Novak",
		title: "Designer",
		email: "dana@example.com",
		tz: "Europe/Prague",
	},
	{
		id: "U05GIL",
		name: "gil",
		real_name: "Gil Guest",
		tz: "Europe/Paris",
		is_restricted: true,
	},
	{
		id: "U06BOT",
		name: "standup",
		real_name: "Standup Bot",
		tz: "America/Los_Angeles",
		is_bot: true,
	},
	{
		id: "U07OLD",
		name: "olga",
		real_name: "Olga Former",
		tz: "Europe/Warsaw",
		deleted: true,
	},
	{
		id: "U08EXT",
		name: "erik",
		real_name: "Erik External",
		tz: "Europe/Oslo",
		is_stranger: true,
		team_id: "T0ELSEWHERE",
	},
];

/** The same ids with other people behind them: a mix-up shows at once. */
const names: Record<string, [string, string]> = {
	U01ANA: ["aiko", "Aiko Mori"],
	U02BEN: ["bruno", "Bruno Costa"],
	U03CHEN: ["carla", "Carla Rossi"],
	U04DANA: ["david", "David Cohen"],
	U05GIL: ["gwen", "Gwen Visitor"],
	U06BOT: ["deploys", "Deploy Bot"],
	U07OLD: ["otto", "Otto Gone"],
	U08EXT: ["eva", "Eva Outside"],
};

const twins = people.map((person) => {
	const [name, real_name] = names[person.id] ?? [person.name, person.name];
	const email = `${name}@example.org`;
	return { ...person, name, real_name, ...(person.email && { email }) };
});

function team(
	id: string,
	name: string,
	token: string,
	users: SlackUser[],
): SlackTeam {
	const everyone = users.filter((user) => !user.deleted).map(({ id }) => id);
	return {
		id,
		name,
		domain: name.toLowerCase(),
		botToken: token,
		botUserId: "U0MENTOR",
		botId: "B0MENTOR",
		users,
		channels: [
			{ id: "C0GENERAL", name: "general", members: everyone },
			{
				id: "C0MENTORING",
				name: "mentoring",
				members: ["U01ANA", "U02BEN", "U0MENTOR"],
			},
			{ id: "G0HR", name: "hr-team", members: ["U01ANA"], isPrivate: true },
		],
	};
}

/** Two workspaces of eight, with one of each kind of person that is special. */
export const smallWorld: World = {
	appId: "A0MENTOR",
	appName: "Mentor",
	signingSecret: "a-signing-secret-of-the-simulator",
	appToken: "xapp-1-simulator",
	commands: ["/mentor"],
	shortcuts: [
		{ callback_id: "mentor:open", name: "Find a mentor", type: "global" },
		{
			callback_id: "agenda:add",
			name: "Add to mentoring agenda",
			type: "message",
		},
	],
	teams: [
		team("T0ACME", "Acme", "xoxb-acme-simulator", people),
		team("T0GLOBEX", "Globex", "xoxb-globex-simulator", twins),
	],
};
