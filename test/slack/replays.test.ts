import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Kind, kinds, teams } from "../support/cast.ts";
import { personId, requestId } from "../support/populate.ts";
import { programId } from "../support/populate-programs.ts";
import { post, postAtOnce } from "../support/requests.ts";
import { type Act, choice, type Thread } from "../support/requests-payloads.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { changed, openTables, type Tables } from "../support/tables.ts";
import { until } from "../support/until.ts";

// Every request that has an effect, sent 20 times at once and then again and
// again: it counts once, in the rows and in the messages people get.

const team = teams.here;
let stage: Stage;
let tables: Tables;

beforeAll(async () => {
	stage = await openStage();
	tables = await openTables(stage.client);
	for (const [kind, role] of [
		["partner of the mentee", "both"],
		["other mentor", "both"],
		["other partner", "both"],
	] as const)
		await does(kind, joining(role));
});
afterAll(() => stage?.stop());

const does = (kind: Kind, act: Act) =>
	stage.perform({ team, user: kinds[kind].id }, act);

const joining = (role: string): Act => ({
	type: "view",
	id: "enrollment:join",
	form: { role: choice(role), goal: "To fly", wanted: ["own:Kites"] },
});

/** Rows, but for the sender's own and the bytes that sealing makes anew. */
const rows = () => tables.checksums({ sealed: "by length" });

/** How many messages have gone out, once none is owed any more. */
async function messagesSent(): Promise<number> {
	await stage.settled();
	return stage.front.told.filter(({ method }) => method === "chat.postMessage")
		.length;
}

/** Resolves when the answers to these taps are all there, if they are taps. */
async function answered(thread: Thread, act: Act, times: number) {
	if (act.type !== "action") return;
	// In a modal the answer is the view, drawn anew.
	const place = act.in === "modal" ? thread.view : thread.responseUrl;
	await until(`${times} answers`, () => {
		const answers = stage.front.told.filter(({ about }) => about === place);
		return answers.length >= times;
	});
}

async function countsOnce(kind: Kind, act: Act, messages: number) {
	const before = await rows();
	const sentBefore = await messagesSent();
	const [request, thread] = stage.request({ team, user: kinds[kind].id }, act);
	const first = await postAtOnce(stage.requestUrl, request, 20);
	await answered(thread, act, 20);
	expect(first.map(({ status }) => status)).toEqual(Array(20).fill(200));
	const sent = await messagesSent();
	await stage.stopClock();
	const after = await rows();
	expect(changed(before, after)).not.toEqual([]);
	expect(sent - sentBefore).toBe(messages);

	for (const time of [1, 2]) {
		await post(stage.requestUrl, request);
		await answered(thread, act, 20 + time);
	}
	await postAtOnce(stage.requestUrl, request, 20);
	await answered(thread, act, 42);
	expect(await messagesSent()).toBe(sent);
	expect(changed(after, await rows())).toEqual([]);
	return request;
}

async function asks(kind: Kind, mentor: Kind): Promise<Act> {
	const meta = { mentor: await personId(stage.client, team, mentor) };
	const form = {
		ask: "A talk?",
		duration: choice("one_talk"),
		notMyManager: ["yes"],
		ready: ["yes"],
	};
	await does(kind, { type: "view", id: "matching:preview", form, meta });
	return { type: "view", id: "matching:send", meta };
}

const tap = async (verb: string, mentee: Kind, mentor: Kind): Promise<Act> => ({
	type: "action",
	id: `matching:${verb}`,
	value: await requestId(stage.client, team, mentee, mentor),
});

describe("one effect of", () => {
	test("joining", async () => {
		const join = await countsOnce("mentee", joining("both"), 0);
		await does("mentee", { type: "action", id: "enrollment:leave" });
		const left = await rows();
		await post(stage.requestUrl, join);
		expect(changed(left, await rows())).toEqual([]);
		await does("mentee", joining("both"));
	});

	test("sending an ask", async () => {
		const send = await asks("mentee", "partner of the mentee");
		await countsOnce("mentee", send, 1);
	});

	test("accepting", async () => {
		const kind = "partner of the mentee";
		await countsOnce(kind, await tap("accept", "mentee", kind), 3);
	});

	test("declining", async () => {
		await does("mentee", await asks("mentee", "other mentor"));
		const decline = await tap("decline", "mentee", "other mentor");
		await countsOnce("other mentor", decline, 1);
	});

	test("withdrawing", async () => {
		await does("mentee", await asks("mentee", "other partner"));
		const withdraw = await tap("withdraw", "mentee", "other partner");
		await countsOnce("mentee", withdraw, 0);
	});

	test("saving a page of the profile", async () => {
		const form = {
			offer: "What I offer",
			moves: "from kites to gliders",
			kindsOffered: ["flash"],
			capacity: choice("3"),
		};
		const act: Act = { type: "view", id: "enrollment:save-mentor", form };
		await countsOnce("other mentor", act, 0);
	});

	test("pausing", async () => {
		await countsOnce("other mentor", { type: "command", text: "pause" }, 0);
	});

	test("resuming", async () => {
		await countsOnce("other mentor", { type: "command", text: "resume" }, 0);
	});

	test("claiming a program", async () => {
		const value = await programId(stage.client, team, "first");
		const claim: Act = { type: "action", id: "programs:claim", value };
		await countsOnce("Slack admin", claim, 0);
	});

	test("naming a manager", async () => {
		const program = await programId(stage.client, team, "first");
		const selected_user = kinds["manager of this program"].id;
		const form = { person: { type: "users_select", selected_user } };
		const id = "programs:addManager";
		const add: Act = { type: "view", id, form, meta: { program } };
		await countsOnce("Slack admin", add, 1);
	});

	test("making a program", async () => {
		const form = { name: "Another program" };
		const create: Act = { type: "view", id: "programs:create", form };
		await countsOnce("Slack admin", create, 0);
	});

	test("naming a next choice", async () => {
		const mentor = await personId(stage.client, team, "other partner");
		const value = await personId(stage.client, team, "other mentor");
		await countsOnce(
			"mentee",
			{
				type: "action",
				id: "matching:addChoice",
				in: "modal",
				value: choice(value),
				meta: { mentor },
			},
			0,
		);
	});

	test("suggesting a colleague", async () => {
		const form = {
			person: { type: "users_select", selected_user: kinds.stranger.id },
			topic: choice("own:Kites"),
		};
		const nominate: Act = { type: "view", id: "enrollment:nominate", form };
		await countsOnce("mentee", nominate, 1);
	});

	test("saying don't contact me", async () => {
		const refuse: Act = { type: "action", id: "enrollment:noContact" };
		await countsOnce("stranger", refuse, 0);
	});

	test("leaving", async () => {
		await does("mentee", await asks("mentee", "other partner"));
		const leave: Act = { type: "action", id: "enrollment:leave" };
		await countsOnce("other partner", leave, 1);
	});
});

describe("an old request does not undo what came after it", () => {
	const mentorPage = (offer: string): Act => ({
		type: "view",
		id: "enrollment:save-mentor",
		form: { offer, kindsOffered: ["flash"], capacity: choice("3") },
	});
	const leave: Act = { type: "action", id: "enrollment:leave" };
	const pairs: [name: string, old: Act, newer: Act][] = [
		[
			"pause",
			{ type: "command", text: "pause" },
			{ type: "command", text: "resume" },
		],
		[
			"resume",
			{ type: "command", text: "resume" },
			{ type: "command", text: "pause" },
		],
		["a page", mentorPage("Short"), mentorPage("Something longer")],
		["leave", leave, joining("mentor")],
	];
	test.each(pairs)("%s", async (_name, old, newer) => {
		const sender = { team, user: kinds["other mentor"].id };
		const [request, thread] = stage.request(sender, old);
		await post(stage.requestUrl, request);
		await answered(thread, old, 1);
		await does("other mentor", newer);
		const after = await rows();
		await post(stage.requestUrl, request);
		await answered(thread, old, 2);
		expect(changed(after, await rows())).toEqual([]);
	});
});
