import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi, codeOf } from "./call-api.ts";
import { type RawApp, startRawApp } from "./raw-app.ts";

let slack: Slack;
let app: RawApp;
let now: number;

beforeEach(async () => {
	now = 1_800_000_000_000;
	app = await startRawApp((response) => response.end());
	slack = await startSlack({
		world: smallWorld,
		requestUrl: app.url,
		now: () => now,
	});
});
afterEach(async () => {
	await slack.stop();
	await app.stop();
});

const plain = (text: string) => ({ type: "plain_text", text });
const button = {
	type: "actions",
	elements: [{ type: "button", action_id: "more", text: plain("More") }],
};
const modal = (title: string, extra = {}) => ({
	type: "modal",
	title: plain(title),
	blocks: [button],
	...extra,
});

/** A fresh trigger from a command. */
async function trigger(): Promise<string> {
	await slack.person("T0ACME", "U01ANA").types("/mentor");
	const body = new URLSearchParams(app.received.at(-1)?.body);
	return body.get("trigger_id") ?? "";
}

/** A fresh trigger from the button in the modal on top. */
async function triggerInModal(): Promise<string> {
	await slack.person("T0ACME", "U01ANA").clicks("More");
	const body = new URLSearchParams(app.received.at(-1)?.body);
	return JSON.parse(body.get("payload") ?? "{}").trigger_id;
}

const open = (trigger_id: string, view: object = modal("One")) =>
	callApi(slack, "views.open", { trigger_id, view });

describe("a trigger", () => {
	test("opens one view, within three seconds, in its workspace", async () => {
		const first = await trigger();
		now += 3000;
		expect(await codeOf(open(first))).toBe("ok");
		expect(await codeOf(open(first))).toBe("exchanged_trigger_id");

		const late = await trigger();
		now += 3001;
		expect(await codeOf(open(late))).toBe("expired_trigger_id");

		const token = smallWorld.teams[1]?.botToken ?? "";
		const args = { trigger_id: await trigger(), view: modal("One") };
		expect(await codeOf(callApi(slack, "views.open", args, { token }))).toBe(
			"invalid_trigger_id",
		);
		expect(await codeOf(open("1.2.3"))).toBe("invalid_trigger_id");
	});

	test("is not spent on a view that is refused", async () => {
		const trigger_id = await trigger();
		const refused = await open(trigger_id, modal("x".repeat(25)));
		expect(refused.body.error).toBe("invalid_arguments");
		expect(refused.body.response_metadata).toEqual({
			messages: [
				expect.stringMatching(
					/^\[ERROR\] .*\[json-pointer:\/view\/title\/text\]$/,
				),
			],
		});
		expect(await codeOf(open(trigger_id, { type: "home", blocks: [] }))).toBe(
			"invalid_arguments",
		);
		expect(await codeOf(open(trigger_id))).toBe("ok");
	});
});

describe("views", () => {
	test("stack three deep, then push_limit_reached", async () => {
		await open(await trigger());
		const ids: unknown[] = [];
		for (const title of ["Two", "Three"]) {
			const args = { trigger_id: await triggerInModal(), view: modal(title) };
			const { body } = await callApi(slack, "views.push", args);
			expect(body.ok).toBe(true);
			ids.push(body.view);
		}
		expect(ids[1]).toMatchObject({
			previous_view_id: (ids[0] as { id: string }).id,
		});
		const fourth = { trigger_id: await triggerInModal(), view: modal("Four") };
		expect(await codeOf(callApi(slack, "views.push", fourth))).toBe(
			"push_limit_reached",
		);
		const ana = slack.person("T0ACME", "U01ANA");
		expect(ana.modal()).toBe("Three\n[More]");
		await ana.closes();
		await ana.closes();
		expect(ana.modal()).toBe("One\n[More]");
	});

	test("are not pushed from outside a modal", async () => {
		const args = { trigger_id: await trigger(), view: modal("Two") };
		expect(await codeOf(callApi(slack, "views.push", args))).toBe("not_found");
	});

	test("are updated by id or external id, guarded by the hash", async () => {
		const view = modal("One", { external_id: "mine" });
		const opened = await open(await trigger(), view);
		const { id, hash } = opened.body.view as { id: string; hash: string };
		const update = (args: object) =>
			callApi(slack, "views.update", { view: modal("New"), ...args });
		expect(await codeOf(update({ view_id: id, hash }))).toBe("ok");
		expect(await codeOf(update({ view_id: id, hash }))).toBe("hash_conflict");
		expect(await codeOf(update({ view_id: "V0" }))).toBe("not_found");
		expect(await codeOf(update({ external_id: "mine" }))).toBe("not_found");
		expect(await codeOf(update({ view_id: id, view }))).toBe("ok");
		expect(await codeOf(update({ external_id: "mine", view }))).toBe("ok");
		expect(await codeOf(open(await trigger(), view))).toBe(
			"duplicate_external_id",
		);
		expect(slack.person("T0ACME", "U01ANA").modal()).toBe("One\n[More]");
	});

	test("of 250 kB are too large", async () => {
		const view = modal("One", { private_metadata: "x".repeat(250_000) });
		expect(await codeOf(open(await trigger(), view))).toBe("view_too_large");
	});
});

describe("a home", () => {
	const home = (label: string) => ({
		type: "home",
		blocks: [{ type: "header", text: plain(label) }],
	});
	const publish = (args: object) =>
		callApi(slack, "views.publish", { user_id: "U01ANA", ...args });

	test("is published for one person and keeps its id", async () => {
		const first = await publish({ view: home("One") });
		const { id, hash } = first.body.view as { id: string; hash: string };
		const second = await publish({ view: home("Two"), hash });
		expect(second.body.view).toMatchObject({ id, type: "home" });
		const stale = publish({ view: home("Three"), hash });
		expect(await codeOf(stale)).toBe("hash_conflict");
		const nobody = publish({ view: home("One"), user_id: "U0" });
		expect(await codeOf(nobody)).toBe("user_not_found");
		expect(await codeOf(publish({ view: modal("One") }))).toBe(
			"invalid_arguments",
		);
		expect(slack.person("T0ACME", "U01ANA").home()).toBe("Two");
		expect(slack.person("T0ACME", "U02BEN").home()).toBeNull();
		expect(slack.person("T0GLOBEX", "U01ANA").home()).toBeNull();
	});
});
