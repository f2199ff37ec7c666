import pg from "pg";
import type { World } from "../../simulator/world.ts";
import { startBot } from "./bot.ts";
import { castWorld } from "./cast.ts";
import { type Front, startFront, type Told } from "./front.ts";
import { type Answer, post, type SlackRequest, signed } from "./requests.ts";
import {
	type Act,
	payloadOf,
	type Sender,
	type Thread,
} from "./requests-payloads.ts";
import { until } from "./until.ts";

export type Done = {
	answer: Answer;
	/** What the bot told Slack about this request, when it did. */
	told: Told | undefined;
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

export type StageOptions = {
	/** The cast's, unless told otherwise. */
	world?: World;
	now?: () => Date;
};

/** The bot with the world's workspaces, used by Slack's own requests alone. */
export async function openStage({ world = castWorld, now }: StageOptions = {}) {
	const fronts: Front[] = [];
	const bot = await startBot({
		world,
		...(now && { now }),
		// Strangers are looked up anew each time, more often than Slack takes.
		limits: "off",
		front: async (apiUrl) => {
			const front = await startFront(apiUrl);
			fronts.push(front);
			return front.apiUrl;
		},
	});
	const [front] = fronts;
	const { requestUrl } = bot;
	if (!front || !requestUrl) throw new Error("The bot does not use HTTP.");
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const senders = new Map<string, Sender>();
	const goneTeams = new Set<string>();

	/** A request to send as often as one likes, and what its answers carry. */
	function request(sender: Sender, act: Act): [SlackRequest, Thread] {
		const thread = front?.thread() ?? never();
		for (const about of Object.values(thread)) senders.set(about, sender);
		const payload = payloadOf(sender, act, thread);
		return [signed(payload, world.signingSecret), thread];
	}

	/** Resolves when the person has the answer, in whatever way it comes. */
	async function perform(sender: Sender, act: Act): Promise<Done> {
		const [sent, thread] = request(sender, act);
		const answered = comesBySlack(sender, act) ? front?.answerTo(thread) : null;
		const answer = await post(requestUrl ?? never(), sent);
		const told =
			(await answered) ??
			front?.told.find(({ about }) => about === thread.trigger);
		return { answer, told };
	}

	/** A tap is answered by Slack; in a view that needs the bot's token. */
	function comesBySlack({ team }: Sender, act: Act): boolean {
		if (act.type === "shortcut") return true;
		if (act.type !== "action") return false;
		const inView = act.in === "home" || act.in === "modal";
		const isInstalled = world.teams.some(({ id }) => id === team);
		return !inView || (isInstalled && !goneTeams.has(team));
	}

	async function uninstall(team: string): Promise<void> {
		goneTeams.add(team);
		const event = { type: "app_uninstalled" };
		await perform({ team, user: "U0MENTOR" }, { type: "event", event });
		await until(`the end of ${team}`, async () => {
			const { rowCount } = await client.query(
				"select from workspace where team_id = $1 and state = 'uninstalled'",
				[team],
			);
			return rowCount === 1;
		});
	}

	return {
		bot,
		front,
		requestUrl,
		client,
		request,
		perform,
		uninstall,
		settled: () =>
			until("rest among the deliveries", async () => {
				const { rowCount } = await client.query(
					`select from delivery where state in ('pending', 'sending')
					union all select from directory_import
						where state in ('reading', 'applying')`,
				);
				return rowCount === 0;
			}),
		/** Nothing comes due any more: the minute's tick writes nothing. */
		async stopClock() {
			await client.query("update schedule set next_at = '2100-01-01'");
			await client.query(
				"update owed set plan_at = '2100-01-01' where delivery_id is null",
			);
		},
		/** Who reads what the bot told Slack; nobody reads what is a question. */
		readersOf({ about, args, method, token }: Told): Sender[] {
			const asker = senders.get(about);
			if (asker) return [asker];
			const team = world.teams.find(({ botToken }) => botToken === token);
			const users =
				method === "views.publish"
					? [String(args.user_id)]
					: method === "chat.postMessage"
						? front.members(token, String(args.channel))
						: [];
			return users.map((user) => ({ team: team?.id ?? "", user }));
		},
		async stop() {
			await client.end();
			await bot.stop();
			await front.stop();
		},
	};
}

function never(): never {
	throw new Error("The stage is not open.");
}
