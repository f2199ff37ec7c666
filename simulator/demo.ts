import { join } from "node:path";
import { createDeps } from "../src/app.ts";
import { type Config, explainProblems, readConfig } from "../src/config.ts";
import { prepareDatabase } from "../src/db/prepare.ts";
import { createLog } from "../src/log.ts";
import { startBotProcess } from "./demo/bot-process.ts";
import { leadsHr } from "./demo/hr.ts";
import { demoPeople } from "./demo/people.ts";
import { seedWorkspace } from "./demo/seed.ts";
import { demoWorld } from "./demo/world.ts";
import { startSlack } from "./slack.ts";

/**
 * The bot in a local Slack with demo data, on the embedded Postgres: nothing
 * but Node and npm is needed, and nothing leaves the machine.
 */
const seed = 7;
const dataDir = process.env.DATA_DIR || "data";
const port = Number(process.env.SIMULATOR_PORT || 4390);
const workspaces = demoPeople(seed);
const world = demoWorld(workspaces);

const say = (line: string) => process.stdout.write(`${line}\n`);
const undo: (() => Promise<void>)[] = [];
let stopping = false;

/** Stops what was started, the last first. */
async function stop(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	say("Stopping.");
	for (const step of undo.reverse())
		await step().catch((error) => say(`${error}`));
	process.exit(code);
}
process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));

async function run(): Promise<void> {
	const slack = await startSlack({
		world,
		port,
		statePath: join(dataDir, "simulator.json"),
		// The first start has two companies' mail to send, and a visitor waits.
		limits: "off",
	});
	undo.push(() => slack.stop());

	const env = {
		DATA_DIR: dataDir,
		LOG_LEVEL: "warn",
		MESSAGES_PER_SECOND: "50",
		SLACK_API_URL: slack.apiUrl,
		SLACK_APP_TOKEN: world.appToken,
		SLACK_BOT_TOKEN: world.teams.map(({ botToken }) => botToken).join(","),
	};
	const result = readConfig(env);
	if (!result.ok) throw new Error(explainProblems(result.problems));
	const url = await fillDatabase(result.config);

	const bot = await startBotProcess(
		{ ...env, LOG_LEVEL: "info", DATABASE_URL: url },
		join(dataDir, "bot.pid"),
		say,
	);
	undo.push(() => bot.stop());
	const [first, , tiny, begun] = workspaces;
	const link = (user: string | null | undefined, team = first) =>
		`${slack.url}/?team=${team?.id}&user=${user}`;
	const headOfHr = (team = first) => link(team?.people.find(leadsHr)?.id, team);
	say(`
Mentor runs in a local Slack, a simulator:

  as someone who has not joined yet   ${link(first?.newcomer)}
  as someone in four mentorships      ${link(first?.mentee)}
  as a mentor with a request waiting  ${link(first?.mentor)}
  as the head of HR, a Slack admin    ${headOfHr()}
  the same, where twelve have joined  ${headOfHr(tiny)}
  the same, in a first week           ${headOfHr(begun)}

Type /mentor there. Everything is kept in ${dataDir}; Ctrl-C stops it all.
`);
	const code = await bot.ended;
	if (!stopping) say(`The bot ended with ${code}.`);
	await stop(1);
}

async function fillDatabase(config: Config): Promise<string> {
	say("Starting Postgres.");
	const log = createLog("warn");
	const database = await prepareDatabase(config, log);
	undo.push(() => database.stop());
	const deps = createDeps({ config, databaseUrl: database.url, log });
	for (const [index, workspace] of workspaces.entries()) {
		const token = world.teams[index]?.botToken ?? "";
		const filled = await seedWorkspace(deps, workspace, token);
		if (filled)
			say(`Filled ${workspace.name} with ${workspace.people.length} people.`);
	}
	await deps.db.destroy();
	return database.url;
}

run().catch(async (error) => {
	say(`${error instanceof Error ? error.message : error}`);
	await stop(1);
});
