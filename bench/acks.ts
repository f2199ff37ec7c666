import { demoPeople } from "../simulator/demo/people.ts";
import { seedWorkspace } from "../simulator/demo/seed.ts";
import { demoWorld } from "../simulator/demo/world.ts";
import { type Slack, startSlack } from "../simulator/slack.ts";
import type { Transport } from "../test/support/bot.ts";
import { startBotProcess } from "../test/support/bot-process.ts";
import type { Driver } from "../test/support/driver.ts";
import { labels } from "../test/support/steps.ts";
import { type Arena, openDeps } from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { quantile, time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

const names: Record<Transport, string> = {
	http: "signed HTTP",
	socket: "Socket Mode",
};

/** How soon Slack has its answer: the bot as a process, the demo's people. */
await runBench({
	acks: async (arena: Arena, small: boolean) => {
		const walks = small ? 2 : 25;
		const rows = [
			...(await measure(arena, "http", walks)),
			...(await measure(arena, "socket", walks)),
		];
		printTable(
			"Time to ack, one request after another (Slack waits 3 s)",
			["", "", "requests", "p50", "p99", "slowest"],
			rows,
		);
	},
});

async function measure(arena: Arena, transport: Transport, walks: number) {
	const ground = await arena.open();
	const workspaces = demoPeople(7);
	const world = demoWorld(workspaces);
	const slack = await startSlack({ world, limits: "off" });
	const deps = openDeps(ground.url, slack.apiUrl);
	for (const [index, workspace] of workspaces.entries())
		await seedWorkspace(deps, workspace, world.teams[index]?.botToken ?? "");
	await deps.db.destroy();
	await ground.query("analyze");
	const bot = await startBotProcess({
		SLACK_BOT_TOKEN: world.teams.map(({ botToken }) => botToken).join(","),
		SLACK_API_URL: slack.apiUrl,
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
		DATABASE_URL: ground.url,
		PORT: "0",
		...(transport === "http"
			? { SLACK_SIGNING_SECRET: world.signingSecret }
			: { SLACK_APP_TOKEN: world.appToken }),
	});
	try {
		if (bot.requestUrl) slack.setRequestUrl(bot.requestUrl);
		else await slack.connected();
		const [team] = workspaces;
		// Of the lower levels: above, too many are in one's own reporting line.
		const newcomers = (team?.people ?? []).filter(
			({ standing, enrollment, level }) =>
				standing === "member" && !enrollment && level && level <= 3,
		);
		const acks = startClock(slack);
		for (const { id } of newcomers.slice(0, walks)) {
			await walk(slack.person(team?.id ?? "", id));
			acks.read();
		}
		return acks.rows(names[transport]);
	} finally {
		await bot.stop();
		await slack.stop();
		await ground.close();
	}
}

/** Eight requests, as someone new would make them. */
async function walk(person: Driver): Promise<void> {
	await person.types("/mentor find kubernetes");
	await person.opensHome();
	await person.types("/mentor join");
	await person.chooses(labels.wanted, "Leading teams");
	await person.submits();
	await person.sees("You are part of the mentoring program now.");
	await person.closes();
	await person.types("/mentor find");
	await person.clicks("Show more");
	await person.types("/mentor");
}

/** Reads from the simulator's list how long each request waited for its ack. */
function startClock(slack: Slack) {
	const times = new Map<string, number[]>();
	let last = slack.exchanges().at(-1)?.id ?? 0;

	return {
		read() {
			for (const { id, what, outcome } of slack.exchanges()) {
				if (id <= last) continue;
				last = id;
				const [, ms] = /^answered in (\d+) ms$/.exec(outcome) ?? [];
				const [kind = ""] = what.split(" ");
				if (ms) times.set(kind, [...(times.get(kind) ?? []), Number(ms)]);
			}
		},
		rows(transport: string) {
			const all = [...times.values()].flat();
			return [...times, ["all", all] as const].map(([kind, each]) => [
				transport,
				kind,
				each.length,
				time(quantile(each, 0.5)),
				time(quantile(each, 0.99)),
				time(Math.max(...each)),
			]);
		},
	};
}
