import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { seededRandom } from "../../simulator/demo/random.ts";
import { startSlack } from "../../simulator/slack.ts";
import { createDeps } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Ledger, openLedger } from "../support/ledger.ts";
import { worldOf } from "../support/post-office.ts";
import { until } from "../support/until.ts";
import { type Amounts, planMishaps } from "./mishaps.ts";
import { quickTiming } from "./quick-timing.ts";
import { countIn, type Tally, watch } from "./tally.ts";
import { startWorkers } from "./workers.ts";
import { oweBriefings } from "./world.ts";

export type StormOptions = Amounts & { seed: number; deadlineMs: number };

/** Longer than a lease, a grace and a look-up together: others take over. */
const freezeMs =
	(quickTiming.leaseSeconds + quickTiming.graceSeconds) * 1_000 + 1_500;

/**
 * Owes messages in two workspaces and lets three workers send them while they
 * are killed and frozen and Slack fails, all by the seed. What arrived is
 * counted in the local Slack's own store.
 */
export async function storm(options: StormOptions): Promise<Tally> {
	const random = seededRandom(options.seed);
	const folder = await mkdtemp(path.join(tmpdir(), "mentor-storm-"));
	const statePath = path.join(folder, "slack.json");
	const world = worldOf(Math.max(20, options.messages / 20));
	const slack = await startSlack({
		world,
		statePath,
		limits: "off",
		retries: [],
	});
	const ledger = await openLedger();
	const env = {
		PATH: process.env.PATH ?? "",
		TZ: "UTC",
		ROLE: "worker",
		DATABASE_URL: ledger.url,
		SLACK_API_URL: slack.apiUrl,
		SLACK_BOT_TOKEN: world.teams.map(({ botToken }) => botToken).join(","),
		SLACK_SIGNING_SECRET: world.signingSecret,
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
		MESSAGES_PER_SECOND: "1000",
		LOOKUPS_PER_MINUTE: "10000",
		LOG_LEVEL: "error",
	};
	const result = readConfig(env);
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const deps = createDeps({
		config: result.config,
		databaseUrl: ledger.url,
		log: pino({ enabled: false }),
	});
	await oweBriefings(deps, ledger, world, options.messages);
	await deps.db.destroy();

	const plan = planMishaps(options, random);
	const watched = watch(ledger, slack, plan);
	const began = performance.now();
	const workers = startWorkers(3, env, random);
	try {
		await until(
			"an end of the storm",
			async () => {
				const { sent, open } = await watched.look();
				while ((plan[0]?.after ?? Number.POSITIVE_INFINITY) <= sent) {
					const mishap = plan.shift();
					if (mishap?.is === "kill") await workers.kill();
					if (mishap?.is === "freeze") workers.freeze(freezeMs);
					if (mishap?.is === "fault") slack.faults.add(mishap.fault);
				}
				return open === 0;
			},
			options.deadlineMs,
		);
		const seconds = (performance.now() - began) / 1_000;
		// Whoever was frozen may still have a message in hand.
		await workers.thawed();
		await workers.stop();
		await slack.stop();
		const snapshot: unknown = JSON.parse(readFileSync(statePath, "utf8"));
		return {
			...watched.counts(),
			...(await countIn(ledger, snapshot)),
			seconds,
		};
	} catch (error) {
		throw new Error(await leftIn(ledger), { cause: error });
	} finally {
		workers.destroy();
		await slack.stop();
		await ledger.drop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** What the ledger still holds, to find out why there was no end. */
async function leftIn({ query }: Ledger): Promise<string> {
	const left = await query(
		`select state, attempts, last_error, d.next_at, lease_until, g.due_at,
			open_at, g.stopped, l.next_at as lane_at, lookup_at,
			l.stopped as lane_stopped, now()
		from delivery d join gate g using (workspace_id, gate_key)
		join lane l using (workspace_id)
		where state in ('pending', 'sending', 'unknown') limit 5`,
	);
	return `The storm failed with, left: ${JSON.stringify(left, null, 1)}`;
}
