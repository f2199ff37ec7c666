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
import { section } from "../../src/slack/blocks.ts";
import type { MessageKind } from "../../src/slack/feature.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";
import { installToken } from "../../src/workspaces/workspaces.service.ts";
import {
	addPeople,
	colleagueId,
	type Ledger,
	openLedger,
	type Place,
} from "./ledger.ts";

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

/** Everything at once, as `quickTiming`, and no gap. */
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

/** Says the key it was owed under, so that it can be recognised. */
function note(ifUnknown: MessageKind["ifUnknown"]): MessageKind {
	return {
		ifUnknown,
		async render({ trx, subjectId }) {
			const { dedupe_key } = await trx
				.selectFrom("owed")
				.select("dedupe_key")
				.where("subject_id", "=", subjectId)
				.executeTakeFirstOrThrow();
			const words = escapeText(dedupe_key);
			return { text: words, blocks: [section(words)] };
		},
	};
}

export const kinds: LetterOptions["kinds"] = new Map([
	["test:note", note("resend")],
	["test:once", note("drop")],
	["test:past", { ifUnknown: "drop", render: async () => null }],
]);

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

export type Office = {
	ledger: Ledger;
	slack: Slack;
	deps: Deps;
	/** Acme and Globex, with the app installed; `team` is Slack's id. */
	places: (Place & { team: string; botToken: string })[];
	/** For a sender, a reconciler or both. */
	options: LetterOptions & { senderDb: Ledger["senderDb"] };
	close(): Promise<void>;
};

/** A ledger and a local Slack without limits, in two workspaces. */
export async function openOffice(people: number): Promise<Office> {
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
	const places = [];
	for (const { id: team, botToken } of world.teams) {
		const { workspaceId } = await installToken(deps, botToken);
		const ids = await addPeople(ledger.query, workspaceId, people);
		places.push({ workspaceId, people: ids, team, botToken });
	}
	return {
		ledger,
		slack,
		deps,
		places,
		options: {
			deps,
			senderDb: ledger.senderDb,
			addresses,
			receivers: { find: async () => receiver },
			kinds,
		},
		async close() {
			await deps.db.destroy();
			await ledger.drop();
			await slack.stop();
		},
	};
}

export const createTestSender = (
	{ options }: Office,
	timing: Partial<Timing> = {},
) =>
	createSender({
		...options,
		timing: { ...briskTiming, ...timing },
		perSecond: 1_000,
	});

export const createTestReconciler = (
	{ options }: Office,
	timing: Partial<Timing> = {},
) =>
	createReconciler({
		...options,
		timing: { ...briskTiming, ...timing },
		lookupsPerMinute: 10_000,
	});

type Owing = Partial<Omit<OwedMessage, "to">> & {
	to?: OwedMessage["to"];
	/** Which of the people, instead of `to`. */
	who?: number;
};

/** Owes what is given, one each, in one transaction; `key` is what it says. */
export async function owe(
	{ ledger }: { ledger: Ledger },
	place: Place,
	messages: (Owing & { key: string })[],
): Promise<void> {
	await withWorkspace(ledger.db, place.workspaceId, (trx) =>
		insertOwed(
			trx,
			messages.map(({ who = 0, ...message }) => ({
				kind: "test:note",
				to: { personId: place.people[who] ?? "" },
				subjectId: crypto.randomUUID(),
				urgency: "now",
				staleAfterHours: 24,
				...message,
			})),
		),
	);
}
