/**
 * A local Slack in a process of its own, with so many colleagues in the one
 * workspace: its work must not count as the bot's.
 */
import { startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { slackIdOf } from "./rows.ts";

const [workspaceId = "", count = "0"] = process.argv.slice(2);
const users = Array.from({ length: Number(count) }, (_, index) => ({
	id: slackIdOf(index),
	name: `colleague${index}`,
	real_name: `Colleague ${index}`,
	title: "Engineer",
	email: `colleague${index}@example.com`,
	tz: "Europe/Lisbon",
}));
const slack = await startSlack({
	world: {
		...smallWorld,
		teams: [
			{
				id: workspaceId,
				name: "Acme",
				domain: "acme",
				botToken: `xoxb-${workspaceId}`,
				botUserId: "U0MENTOR",
				botId: "B0MENTOR",
				users,
			},
		],
	},
});
process.send?.(slack.apiUrl);
process.once("disconnect", () => process.exit());
