import pg from "pg";
import { startBot } from "./bot.ts";
import {
	castWorld,
	type Kind,
	kindNames,
	kinds,
	member,
	teams,
} from "./cast.ts";
import { startFront, type Told } from "./front.ts";
import { createMarks } from "./marks.ts";
import { type Answer, post, signed } from "./requests.ts";
import {
	type Act,
	choice,
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

export type Scene = Awaited<ReturnType<typeof startScene>>;

/**
 * The bot in three workspaces with the same cast, who have all joined, asked
 * and written marked texts into every field, by Slack's own requests. The last
 * workspace has uninstalled the app since.
 */
export async function startScene() {
	let front: Awaited<ReturnType<typeof startFront>> | undefined;
	const bot = await startBot({
		world: castWorld,
		front: async (apiUrl) => {
			front = await startFront(apiUrl);
			return front.apiUrl;
		},
	});
	const { requestUrl } = bot;
	if (!front || !requestUrl) throw new Error("The bot did not start by HTTP.");
	const slack = front;
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const marks = createMarks();
	const senders = new Map<string, Sender>();

	async function perform(sender: Sender, act: Act): Promise<Done> {
		const thread: Thread = slack.thread();
		for (const about of Object.values(thread)) senders.set(about, sender);
		const request = signed(
			payloadOf(sender, act, thread),
			castWorld.signingSecret,
		);
		const answer = await post(requestUrl ?? "", request);
		const told =
			act.type === "action"
				? await slack.answerTo(thread)
				: slack.told.find(({ about }) => about === thread.trigger);
		return { answer, told };
	}

	const as = (team: string, kind: Kind) => (act: Act) =>
		perform({ team, user: kinds[kind].id }, act);

	async function one<T>(sql: string, values: unknown[]): Promise<T> {
		const { rows } = await client.query<{ value: T }>(sql, values);
		if (!rows[0]) throw new Error(`Nothing found by ${sql}`);
		return rows[0].value;
	}
	const personId = (team: string, kind: Kind) =>
		one<string>(
			`select person_id as value from person join workspace
				using (workspace_id) where team_id = $1 and slack_user_id = $2`,
			[team, kinds[kind].id],
		);
	const requestId = async (team: string, mentee: Kind, mentor: Kind) =>
		one<string>(
			"select request_id as value from request where mentee_id = $1 and mentor_id = $2",
			[await personId(team, mentee), await personId(team, mentor)],
		);
	const settled = () =>
		until("rest among the deliveries", async () => {
			const { rowCount } = await client.query(
				"select from delivery where state in ('pending', 'sending')",
			);
			return rowCount === 0;
		});

	async function joins(team: string, kind: Kind) {
		const { id, joins: role } = member(kind);
		if (!role) return;
		const mark = (field: string, users: string[] | "members") =>
			marks.make(id, field, { team, users });
		const act = as(team, kind);
		const offer = mark("offer", "members");
		await act({
			type: "view",
			id: "enrollment:join",
			form: {
				role: choice(role),
				goal: mark("goal", [id]),
				offer,
				wanted: [`own:${mark("wanted", [id])}`],
				offered: [`own:${mark("offered", [id])}`],
			},
		});
		await act({
			type: "view",
			id: "enrollment:save-mentor",
			form: {
				offer,
				helpsNotWith: mark("helps", "members"),
				moves: mark("moves", "members"),
				kindsOffered: ["one_to_one", "flash"],
				capacity: choice("2"),
			},
		});
	}

	async function drafts(team: string, from: Kind, to: Kind, readers: Kind[]) {
		const users = [from, ...readers].map((kind) => kinds[kind].id);
		const mark = (field: string) =>
			marks.make(kinds[from].id + kinds[to].id, field, { team, users });
		const meta = { mentor: await personId(team, to) };
		const form = {
			ask: mark("ask"),
			goal: mark("askgoal"),
			why: mark("why"),
			offer: mark("return"),
			duration: choice("one_talk"),
			ready: ["yes"],
		};
		await as(team, from)({ type: "view", id: "matching:preview", form, meta });
		return meta;
	}

	async function asks(team: string, from: Kind, to: Kind) {
		const meta = await drafts(team, from, to, [to]);
		await as(team, from)({ type: "view", id: "matching:send", meta });
		return requestId(team, from, to);
	}

	async function accepted(team: string, from: Kind, to: Kind) {
		const value = await asks(team, from, to);
		await as(team, to)({ type: "action", id: "matching:accept", value });
		return value;
	}

	async function populate(team: string) {
		for (const kind of kindNames)
			await as(team, kind)({ type: "command", text: "" });
		for (const kind of kindNames) await joins(team, kind);
		await asks(team, "mentee", "mentor");
		await asks(team, "other mentee", "other mentor");
		await accepted(team, "mentee", "partner of the mentee");
		await accepted(team, "other mentee", "other partner");
		await drafts(team, "other mentee", "mentor", []);
		await as(team, "member on a pause")({ type: "command", text: "pause" });
		await as(
			team,
			"member who left",
		)({ type: "action", id: "enrollment:leave" });
		await appoint(team);
	}

	/** What no entry point can do yet. */
	async function appoint(team: string) {
		const workspace = await one<string>(
			"select workspace_id as value from workspace where team_id = $1",
			[team],
		);
		await client.query(
			"update person set manager_id = $1 where person_id = $2",
			[
				await personId(team, "manager of the mentee"),
				await personId(team, "mentee"),
			],
		);
		await client.query(
			`insert into program (workspace_id, program_id, name)
				values ($1, gen_random_uuid(), 'Another program')`,
			[workspace],
		);
		for (const [kind, first] of [
			["manager of this program", true],
			["manager of another program", false],
		] as const)
			await client.query(
				`insert into program_manager (workspace_id, program_id, person_id)
					select workspace_id, program_id, $2 from program
						where workspace_id = $1 and is_first = $3`,
				[workspace, await personId(team, kind), first],
			);
	}

	for (const team of Object.values(teams)) await populate(team);
	await settled();
	await perform(
		{ team: teams.gone, user: "U0MENTOR" },
		{ type: "event", event: { type: "app_uninstalled" } },
	);
	await until("the end of the uninstalled workspace", async () => {
		const { rowCount } = await client.query(
			"select from workspace where state = 'uninstalled'",
		);
		return rowCount === 1;
	});

	return {
		bot,
		front: slack,
		client,
		marks,
		perform,
		personId,
		requestId,
		settled,
		/** Who reads what the bot told Slack; nobody reads what is a question. */
		readersOf({ about, args, method, token }: Told): Sender[] {
			const asker = senders.get(about);
			if (asker) return [asker];
			const team = castWorld.teams.find(({ botToken }) => botToken === token);
			const users =
				method === "views.publish"
					? [String(args.user_id)]
					: method === "chat.postMessage"
						? slack.members(token, String(args.channel))
						: [];
			return users.map((user) => ({ team: team?.id ?? "", user }));
		},
		async stop() {
			await client.end();
			await bot.stop();
			await slack.stop();
		},
	};
}
