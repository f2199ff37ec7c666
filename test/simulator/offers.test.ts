import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { KnownBlock } from "@slack/types";
import { smallWorld } from "../../simulator/small-world.ts";
import { startTiny, type Tiny } from "./tiny-app.ts";

/** Which conversations a select offers, and that no other can be sent. */

const plain = (text: string) => ({ type: "plain_text" as const, text });
let tiny: Tiny;
let element: object;
let sent: unknown;

beforeAll(async () => {
	const world = structuredClone(smallWorld);
	// Ana is not in the first, and is not to know of the second.
	world.teams[0]?.channels?.push(
		{ id: "C0RANDOM", name: "random", members: [] },
		{ id: "G0SECRET", name: "secret", members: ["U02BEN"], isPrivate: true },
		{ id: "C0OLD", name: "old", members: ["U01ANA"], isArchived: true },
	);
	tiny = await startTiny(
		"http",
		(app) => {
			app.command("/mentor", async ({ ack, client, body }) => {
				await ack();
				const view = {
					type: "modal" as const,
					callback_id: "form",
					title: plain("Form"),
					submit: plain("Send"),
					blocks: [
						{ type: "input", block_id: "b", label: plain("Label"), element },
					] as KnownBlock[],
				};
				await client.views.open({ trigger_id: body.trigger_id, view });
			});
			app.view("form", async ({ ack, view }) => {
				sent = view.state.values.b?.x;
				await ack();
			});
		},
		{ world },
	);
	await act({ type: "open_conversation", with: "U02BEN" });
});
afterAll(() => tiny.stop());
afterEach(async () => {
	if (ana().modal()) await ana().closes();
});

const ana = () => tiny.slack.person("T0ACME", "U01ANA");
const act = (what: Parameters<typeof tiny.slack.act>[2]) =>
	tiny.slack.act("T0ACME", "U01ANA", what);

async function open(type: string, filter?: object) {
	element = { type, action_id: "x", ...(filter && { filter }) };
	await ana().types("/mentor");
	await ana().sees("Form");
}

const channels = ["#general", "#mentoring", "#random"];
test.each([
	["conversations_select", { include: ["public"] }, channels],
	["conversations_select", { include: ["private"] }, ["#hr-team"]],
	[
		"conversations_select",
		{ include: ["public", "private"], exclude_bot_users: true },
		["#general", "#mentoring", "#hr-team", "#random"],
	],
	["conversations_select", { include: ["im"] }, ["Mentor", "Ben Okafor"]],
	[
		"conversations_select",
		{ include: ["im"], exclude_bot_users: true },
		["Ben Okafor"],
	],
	["channels_select", undefined, channels],
])("%s with %j offers %j alone", async (type, filter, there) => {
	await open(type, filter);
	await expect(ana().chooses("Label", "#secret")).rejects.toThrow(
		`"#secret" cannot be chosen; there is: ${there.join(", ")}`,
	);
});

test.each([
	["#random", "C0RANDOM"],
	["#hr-team", "G0HR"],
])("%s is sent by its id", async (name, id) => {
	await open("conversations_select", { include: ["public", "private"] });
	await ana().chooses("Label", name);
	await ana().sees(`Label: ${name}`);
	await ana().submits();
	expect(sent).toEqual({
		type: "conversations_select",
		selected_conversation: id,
	});
});

test.each(["G0SECRET", "C0OLD", "C0NONE"])("%s is refused", async (id) => {
	await open("conversations_select", { include: ["public", "private"] });
	const view_id = tiny.slack.surface("T0ACME", "U01ANA").modals[0]?.id ?? "";
	const result = await act({
		type: "input",
		place: { kind: "view", view_id },
		block_id: "b",
		action_id: "x",
		value: { type: "conversations_select", selected_conversation: id },
	});
	expect(result).toEqual({ ok: false, error: "This cannot be chosen here." });
});
