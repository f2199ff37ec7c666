import { startSlack } from "./slack.ts";
import { smallWorld } from "./small-world.ts";
import type { World } from "./world.ts";

/** Where an app that is told nothing else takes signed requests. */
const botPort = 3000;

/** What the bot must be told to take this for Slack. */
function environment(world: World, apiUrl: string): string {
	const tokens = world.teams.map(({ botToken }) => botToken).join(",");
	return [
		`SLACK_API_URL=${apiUrl}`,
		`SLACK_BOT_TOKEN=${tokens}`,
		`SLACK_APP_TOKEN=${world.appToken}`,
		"",
		"or, for signed HTTP in place of SLACK_APP_TOKEN:",
		`SLACK_SIGNING_SECRET=${world.signingSecret}`,
		`PORT=${botPort}`,
	].join("\n");
}

const [, , port = "4390"] = process.argv;
const slack = await startSlack({
	world: smallWorld,
	port: Number(port),
	requestUrl: `http://127.0.0.1:${botPort}/slack/events`,
	log: (line) => console.log(line),
});
console.log(
	`A local Slack, a simulator, runs at ${slack.url}/\n\nStart the bot with\n${environment(slack.world, slack.apiUrl)}`,
);
for (const signal of ["SIGINT", "SIGTERM"])
	process.once(signal, () => void slack.stop());
