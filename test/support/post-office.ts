import { pino } from "pino";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import type { World } from "../../simulator/world.ts";
import { createDeps } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { withWorkspace } from "../../src/db/database.ts";
import type { LetterOptions } from "../../src/delivery/letter.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import type { Receiver } from "../../src/delivery/receiver.ts";
import { createReconciler } from "../../src/delivery/reconciler.ts";
import { createSender } from "../../src/delivery/sender.ts";
import type { Timing } from "../../src/delivery/timing.ts";
import type { Deps } from "../../src/deps.ts";
import { addresses } from "../../src/mentorships/addresses.service.ts";
import { ensureFirstProgram } from "../../src/programs/programs.service.ts";
import { installToken } from "../../src/workspaces/workspaces.service.ts";
import {
	addPeople,
	colleagueId,
	type Ledger,
	openLedger,
	type Place,
} from "./ledger.ts";
import { noteKinds } from "./note-kinds.ts";
import { until } from "./until.ts";

/** The workspaces of the small world, each with so many members instead. */
export function worldOf(people: number): World {
	const users = Array.from({ length: people }, (_, index) => ({
		id: colleagueId(index),
		name: `colleague${index}`,
		real_name: "A colleague",
		tz: "Europe/Lisbon",
	}));
	return {
		...smallWorld,
		teams: smallWorld.teams.map((team) => ({ ...team, users, channels: [] })),
	};
}

/** No waiting between messages, and few tries. */
export const briskTiming: Timing = {
	idleMs: 10,
	atOnce: 32,
	atOncePerWorkspace: 32,
	leaseSeconds: 30,
	beginMs: 10_000,
	httpMs: 5_000,
	gapSeconds: 0,
	graceSeconds: 10,
	mostAttempts: 3,
};

/** Works day and night. */
const receiver: Receiver = {
	hours: {
		zone: "UTC",
		start: "00:00",
		end: "00:00",
		days: [1, 2, 3, 4, 5, 6, 7],
	},
	holidays: [],
	pausedUntil: null,
	snoozedUntil: null,
	weeklyCap: 100,
};

/** A workspace with the app installed; `team` is Slack's id. */
export type Branch = Place & { team: string; botToken: string };

export type PostOffice = {
	ledger: Ledger;
	slack: Slack;
	deps: Deps;
	acme: Branch;
	globex: Branch;
	/** For a sender, a reconciler or both. */
	options: LetterOptions & { senderDb: Ledger["senderDb"] };
	close(): Promise<void>;
};

/** A ledger and a local Slack without limits, in two workspaces. */
export async function openPostOffice(people: number): Promise<PostOffice> {
	const world = worldOf(people);
	const slack = await startSlack({ world, limits: "off", retries: [] });
	const ledger = await openLedger();
	const config = readConfig({
		SLACK_BOT_TOKEN: world.teams.map(({ botToken }) => botToken).join(","),
		SLACK_API_URL: slack.apiUrl,
		SLACK_SIGNING_SECRET: world.signingSecret,
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
	});
	if (!config.ok) throw new Error(JSON.stringify(config.problems));
	const deps = createDeps({
		config: config.config,
		databaseUrl: ledger.url,
		log: pino({ enabled: false }),
	});
	async function openBranch(index: number): Promise<Branch> {
		const { id, botToken } = world.teams[index] ?? { id: "", botToken: "" };
		const { workspaceId } = await installToken(deps, botToken);
		await ensureFirstProgram(deps, workspaceId);
		const ids = await addPeople(ledger.query, workspaceId, people);
		return { workspaceId, people: ids, team: id, botToken };
	}
	return {
		ledger,
		slack,
		deps,
		acme: await openBranch(0),
		globex: await openBranch(1),
		options: {
			deps,
			senderDb: ledger.senderDb,
			addresses,
			receivers: { find: async () => receiver },
			kinds: noteKinds(),
		},
		async close() {
			await deps.db.destroy();
			await ledger.drop();
			await slack.stop();
		},
	};
}

/** The same, only that `before` is done whenever a note is to be written. */
export const pausing = (
	office: PostOffice,
	before: () => unknown,
): PostOffice => ({
	...office,
	options: { ...office.options, kinds: noteKinds(before) },
});

export const senderOf = (
	{ options }: PostOffice,
	timing: Partial<Timing> = {},
) =>
	createSender({
		...options,
		timing: { ...briskTiming, ...timing },
		perSecond: 1_000,
	});

export const reconcilerOf = (
	{ options }: PostOffice,
	timing: Partial<Timing> = {},
) =>
	createReconciler({
		...options,
		timing: { ...briskTiming, ...timing },
		lookupsPerMinute: 10_000,
	});

export type Owing = Partial<OwedMessage> & {
	/** What it says. */
	key: string;
	/** The number of the receiver, instead of `to`. */
	who?: number;
};

/** Owes what is given in one transaction. */
export async function owe(
	{ db }: Pick<Ledger, "db">,
	{ workspaceId, people }: Place,
	messages: Owing[],
): Promise<void> {
	await withWorkspace(db, workspaceId, (trx) =>
		insertOwed(
			trx,
			messages.map(({ who = 0, ...message }) => ({
				kind: "test:note",
				to: { personId: people[who] ?? "" },
				subjectId: crypto.randomUUID(),
				urgency: "now",
				staleAfterHours: 24,
				...message,
			})),
		),
	);
}

/** Sends all that may go now; nothing is on its way when it resolves. */
export async function sendAll(
	office: PostOffice,
	timing: Partial<Timing> = {},
): Promise<void> {
	const sender = senderOf(office, timing);
	const { query } = office.ledger;
	while ((await sender.round()) > 0)
		await until("an end of sending", async () => {
			const rows = await query("select from delivery where state = 'sending'");
			return rows.length === 0;
		});
	await sender.drain();
}

/** Looks up all that is unknown, as if its grace was over. */
export async function lookUpAll(office: PostOffice): Promise<void> {
	await office.ledger.query(
		"update delivery set next_at = now() where state = 'unknown'",
	);
	const reconciler = reconcilerOf(office);
	await until("an end of looking up", async () => {
		await reconciler.round();
		const rows = await office.ledger.query(
			"select from delivery where state = 'unknown' and next_at <= now()",
		);
		return rows.length === 0;
	});
}

/** What stands in someone's DM with the app. */
export const heard = ({ slack }: PostOffice, { team }: Branch, who = 0) =>
	slack.person(team, colleagueId(who)).messages();

export type Entry = { state: string; attempts: number; error: string | null };

/** What the ledger says of what was owed under this key. */
export async function entry(
	{ ledger }: PostOffice,
	key: string,
): Promise<Entry | undefined> {
	const [row] = await ledger.query<Entry>(
		`select state, attempts, last_error as error
		from delivery join owed using (workspace_id, delivery_id)
		where dedupe_key = $1`,
		[key],
	);
	return row;
}

/** Waits and gaps are over, for all. */
export async function timePasses({ ledger }: PostOffice): Promise<void> {
	await ledger.query("update lane set next_at = now(), lookup_at = now()");
	await ledger.query(
		"update delivery set next_at = now() where state = 'pending'",
	);
	await ledger.query(
		`update gate set open_at = least(open_at, now()),
				due_at = case when due_at is not null then now() end`,
	);
}
