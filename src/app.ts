import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { createCipher } from "./db/cipher.ts";
import { openDatabase, withWorkspace } from "./db/database.ts";
import { createDelivery } from "./delivery/delivery.ts";
import {
	updateHomeChanged,
	upsertHomeOpened,
} from "./delivery/home.queries.ts";
import type { Loop } from "./delivery/loop.ts";
import { planDigestsJob } from "./delivery/plan-digests.job.ts";
import { type Timing, usualTiming } from "./delivery/timing.ts";
import type { Deps } from "./deps.ts";
import { receivers } from "./enrollment/receiver.service.ts";
import { readVisit } from "./enrollment/visit.service.ts";
import { features } from "./features.ts";
import { loadKeys } from "./keys.ts";
import { addresses } from "./mentorships/addresses.service.ts";
import { type Patience, usualPatience } from "./patience.ts";
import { ensureFirstProgram } from "./programs/programs.service.ts";
import { startReports } from "./reports/report.job.ts";
import { runSchedulesJob } from "./scheduler/run-schedules.job.ts";
import { createTick } from "./scheduler/tick.ts";
import { publishHome } from "./slack/answers.ts";
import { createReceiver } from "./slack/bolt.ts";
import { createSlackClients } from "./slack/clients.ts";
import type { Feature } from "./slack/feature.ts";
import { createGate } from "./slack/gate.ts";
import { loadOverview } from "./slack/home.ts";
import { createTable } from "./slack/table.ts";
import { createThreads } from "./threads/threads.ts";
import { checkPeopleJob } from "./workspaces/check-people.job.ts";
import { meet } from "./workspaces/people.service.ts";
import { installToken } from "./workspaces/workspaces.service.ts";

export type App = {
	/** Resolves when Slack can reach the bot. */
	start(): Promise<{ port: number | null; workspaces: string[] }>;
	/** Receives no more, lets what runs finish, gives claims back. */
	stop(): Promise<void>;
};

export type AppOptions = {
	config: Config;
	databaseUrl: string;
	log: Logger;
	now?: () => Date;
	timing?: Timing;
	patience?: Patience;
};

/** What services work with; the demo's seeding uses them without an app. */
export function createDeps(options: AppOptions): Deps {
	const { config, databaseUrl, log, now = () => new Date() } = options;
	const { patience = usualPatience } = options;
	const cipher = createCipher(loadKeys(config, log));
	const slack = createSlackClients({
		cipher,
		apiUrl: config.slack.apiUrl,
		timeout: patience.slackMs,
	});
	const db = openDatabase(databaseUrl, "mentor_app", patience);
	const threads = createThreads({ databaseUrl });
	return { db, cipher, slack, threads, log, now, config };
}

/** Puts the process together; nothing runs before `start`. */
export async function createApp(options: AppOptions): Promise<App> {
	const { config, databaseUrl, log } = options;
	const deps = createDeps(options);
	const senderDb = openDatabase(databaseUrl, "mentor_sender", { max: 4 });

	const gate = createGate({
		deps,
		table: createTable(features),
		patience: options.patience ?? usualPatience,
		meet,
		drawHome: async (visit, client) => {
			const { workspaceId, actor } = visit;
			// The act may have changed what they are, and where they look.
			const { personId } = actor;
			const now = await readVisit(deps, { workspaceId, personId });
			const blocks = await loadOverview(features, deps, now ?? visit);
			await publishHome(client, actor.slackUserId, blocks);
			await withWorkspace(deps.db, workspaceId, (trx) =>
				upsertHomeOpened(trx, actor.personId),
			);
		},
		homeChanged: ({ workspaceId, actor }) =>
			withWorkspace(deps.db, workspaceId, (trx) =>
				updateHomeChanged(trx, [actor.personId]),
			),
	});
	const receiver = await createReceiver(config.slack, gate, log);
	const delivery = createDelivery({
		deps,
		senderDb,
		addresses,
		receivers,
		kinds: registered(({ messages }) => messages),
		timing: options.timing ?? usualTiming,
		drawHome: async (changed) => {
			const visit = await readVisit(deps, changed);
			return visit && loadOverview(features, deps, visit);
		},
		...config.pace,
	});
	const tick = createTick({
		deps,
		jobs: [
			runSchedulesJob({
				senderDb,
				kinds: registered(({ schedules }) => schedules),
			}),
			planDigestsJob({ senderDb, receivers }),
			checkPeopleJob({ senderDb }),
		],
	});
	let reports: Loop | null = null;
	const web = config.role !== "worker";
	const worker = config.role !== "web";

	return {
		async start() {
			const workspaces: string[] = [];
			for (const token of config.slack.botTokens) {
				const { workspaceId, name } = await installToken(deps, token);
				await ensureFirstProgram(deps, workspaceId);
				workspaces.push(name);
			}
			if (worker) {
				delivery.start();
				tick.start();
				reports = startReports(deps, senderDb);
			}
			const { port } = web ? await receiver.start() : { port: null };
			return { port, workspaces };
		},
		async stop() {
			// Whoever waits for a thread that does not end in time is told so.
			await Promise.all([
				deps.threads.stop(),
				reports?.stop(),
				web && receiver.stop(),
			]);
			if (worker) await tick.stop();
			if (worker) await delivery.stop();
			await Promise.all([deps.db.destroy(), senderDb.destroy()]);
		},
	};
}

/** What the features register by kind, all in one. */
function registered<T>(
	of: (feature: Feature) => Record<string, T> | undefined,
): Map<string, T> {
	return new Map(
		features.flatMap((feature) => Object.entries(of(feature) ?? {})),
	);
}
