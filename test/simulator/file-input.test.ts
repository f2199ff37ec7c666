import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { ModalView } from "@slack/types";
import { WebClient } from "@slack/web-api";
import { requiredScopes } from "../../simulator/world.ts";
import { until } from "../support/until.ts";
import { callApi } from "./call-api.ts";
import { startTiny, type Tiny } from "./tiny-app.ts";

let tiny: Tiny;
let client: WebClient;
/** What the last form sent. */
let given: { id: string; url_private_download: string }[] = [];

const plain = (text: string) => ({ type: "plain_text" as const, text });
const form: ModalView = {
	type: "modal",
	callback_id: "form",
	title: plain("Form"),
	submit: plain("Send"),
	blocks: [
		{
			type: "input",
			block_id: "b",
			label: plain("The list"),
			element: {
				type: "file_input",
				action_id: "x",
				filetypes: ["csv"],
				max_files: 2,
			},
		},
	],
};

beforeAll(async () => {
	tiny = await startTiny("http", (app) => {
		app.command("/mentor", async ({ ack, client, body }) => {
			await ack();
			await client.views
				.open({ trigger_id: body.trigger_id, view: form })
				.catch((error) => refused.push(error.data.error));
		});
		app.view("form", async ({ ack, view }) => {
			given = (view.state.values.b?.x?.files ?? []) as typeof given;
			await ack();
		});
	});
	client = new WebClient(team().botToken, {
		slackApiUrl: tiny.slack.apiUrl,
		retryConfig: { retries: 0 },
	});
});
afterAll(() => tiny.stop());
afterEach(() => {
	team().scopes = [...requiredScopes];
});

const refused: string[] = [];
const team = () => {
	const [acme] = tiny.slack.world.teams;
	if (!acme) throw new Error("There is no workspace.");
	return acme;
};
const mayReadFiles = () => {
	team().scopes = [...requiredScopes, "files:read"];
};
const ana = () => tiny.slack.person("T0ACME", "U01ANA");

test("a file chosen in a form reaches the app, which may read it", async () => {
	mayReadFiles();
	await ana().types("/mentor");
	expect(await ana().submits()).toMatchObject({ ok: false });
	expect(ana().errors()).toEqual({
		"The list": "Please complete this required field.",
	});
	await ana().attaches("The list", { name: "a.csv", content: "id\nU1\n" });
	await ana().sees("The list: a.csv");
	await ana().submits();
	expect(given).toMatchObject([
		{ name: "a.csv", mimetype: "text/csv", filetype: "csv", size: 6 },
	]);

	const [file] = given;
	const { file: info } = await client.files.info({ file: file?.id ?? "" });
	expect(info).toMatchObject(file ?? {});
	const { body } = await callApi(
		tiny.slack,
		"files.info",
		{ file: file?.id },
		{ token: "xoxb-globex-simulator" },
	);
	expect(body).toMatchObject({ ok: false, error: "missing_scope" });

	const download = (authorization: string) =>
		fetch(file?.url_private_download ?? "", { headers: { authorization } });
	const answer = await download(`Bearer ${team().botToken}`);
	expect(answer.headers.get("content-type")).toBe("text/csv");
	expect(await answer.text()).toBe("id\nU1\n");
	for (const token of ["xoxb-globex-simulator", "wrong"]) {
		const page = await download(`Bearer ${token}`);
		expect(page.status).toBe(200);
		expect(await page.text()).toMatch(/^<!DOCTYPE html>/);
	}
	team().scopes = [...requiredScopes];
	const page = await download(`Bearer ${team().botToken}`);
	expect(await page.text()).toMatch(/^<!DOCTYPE html>/);
});

test("a file input takes its types and its number of files alone", async () => {
	mayReadFiles();
	await ana().types("/mentor");
	const add = (...names: string[]) =>
		ana().attaches(
			"The list",
			...names.map((name) => ({ name, content: "x" })),
		);
	expect(await add("a.pdf")).toEqual({
		ok: false,
		error: "a.pdf is not one of: csv.",
	});
	const large = { name: "a.csv", content: "x".repeat(10_000_001) };
	expect(await ana().attaches("The list", large)).toEqual({
		ok: false,
		error: "a.csv is larger than 10 MB.",
	});
	expect(await add("a.csv", "B.CSV")).toEqual({ ok: true });
	expect(await add("c.csv")).toEqual({
		ok: false,
		error: "No more than 2 files can be added here.",
	});
	const [view] = tiny.slack.surface("T0ACME", "U01ANA").modals;
	const held = view?.values.b?.x?.files as { id: string }[];
	await tiny.slack.act("T0ACME", "U01ANA", {
		type: "input",
		place: { kind: "view", view_id: view?.id ?? "" },
		block_id: "b",
		action_id: "x",
		value: { type: "file_input", files: [held[1], { id: "F0ELSE" }] },
	});
	await ana().submits();
	expect(given.map(({ id }) => id)).toEqual([held[1]?.id]);
});

test("a form with a file input needs the scope", async () => {
	await ana().types("/mentor");
	await until("a refusal", () => refused.length > 0);
	expect(refused).toEqual(["invalid_arguments"]);
	expect(ana().modal()).toBeNull();
});
