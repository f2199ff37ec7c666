import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { castWorld, kinds, teams } from "../support/cast.ts";
import {
	post,
	type SlackRequest,
	sign,
	signature,
	signed,
} from "../support/requests.ts";
import { choice, commandPayload } from "../support/requests-payloads.ts";
import { openStage, type Stage } from "../support/stage.ts";
import {
	type Checksums,
	changed,
	openTables,
	type Tables,
} from "../support/tables.ts";

// The request below would pause someone; forged, it must do nothing at all.

const secret = castWorld.signingSecret;
const sender = { team: teams.here, user: kinds.mentee.id };
const minutes = 60_000;

let stage: Stage;
let tables: Tables;
let before: Checksums;

beforeAll(async () => {
	stage = await openStage();
	tables = await openTables(stage.client);
	await stage.perform(sender, {
		type: "view",
		id: "enrollment:join",
		form: { role: choice("mentee") },
	});
	await stage.settled();
});
afterAll(() => stage?.stop());
beforeEach(async () => {
	stage.front.told.length = 0;
	before = await tables.checksums();
});

const pause = () => signed(commandPayload(sender, "pause"), secret);

type Headers = Record<string, string | undefined>;

/** The true request with other headers; one that is undefined is left out. */
function altered(change: (signature: string, stamp: number) => Headers) {
	const { body, headers } = pause();
	const { "x-slack-signature": signature = "" } = headers;
	const stamp = Number(headers["x-slack-request-timestamp"]);
	const all = Object.entries({ ...headers, ...change(signature, stamp) });
	const kept = all.flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value]],
	);
	return { body, headers: Object.fromEntries(kept) };
}

/** The true request with a signature made in another way. */
function resigned(digest: (stamp: string, body: string) => string) {
	const request = pause();
	const stamp = request.headers["x-slack-request-timestamp"] ?? "";
	request.headers["x-slack-signature"] = digest(stamp, request.body);
	return request;
}

const variants: Record<string, () => SlackRequest> = {
	"without a signature": () =>
		altered(() => ({ "x-slack-signature": undefined })),
	"with an empty signature": () => altered(() => ({ "x-slack-signature": "" })),
	"with a prefix and no signature": () =>
		altered(() => ({ "x-slack-signature": "v0=" })),
	"without a timestamp": () =>
		altered(() => ({ "x-slack-request-timestamp": undefined })),
	"with a timestamp that is no number": () =>
		altered(() => ({ "x-slack-request-timestamp": "yesterday" })),
	"with another timestamp than was signed": () =>
		altered((_, stamp) => ({ "x-slack-request-timestamp": `${stamp + 1}` })),
	"with another secret": () => sign(pause().body, { secret: `${secret}x` }),
	"signed six minutes ago": () =>
		sign(pause().body, { secret, now: Date.now() - 6 * minutes }),
	"with the body changed after signing": () => {
		const request = pause();
		return { ...request, body: request.body.replace("pause", "leave") };
	},
	"with a field added after signing": () => {
		const request = pause();
		return { ...request, body: `${request.body}&text=leave` };
	},
	"for another workspace than was signed": () => {
		const request = pause();
		const body = request.body.replace(teams.here, teams.elsewhere);
		return { ...request, body };
	},
	"as another person than was signed": () => {
		const request = signed(
			commandPayload({ ...sender, user: kinds.stranger.id }, "pause"),
			secret,
		);
		const body = request.body.replace(kinds.stranger.id, kinds.mentee.id);
		return { ...request, body };
	},
	"with another version of signature": () =>
		altered((it) => ({ "x-slack-signature": it.replace("v0=", "v1=") })),
	"without the version before the signature": () =>
		altered((it) => ({ "x-slack-signature": it.replace("v0=", "") })),
	"with a signature cut short": () =>
		altered((it) => ({ "x-slack-signature": it.slice(0, -1) })),
	"with the signature of an empty body": () =>
		resigned((stamp) => `v0=${signature(secret, stamp, "")}`),
	"with the secret itself as the signature": () =>
		resigned(() => `v0=${secret}`),
	"with a hash that needs no secret": () =>
		resigned((stamp, body) => `v0=${signature("", stamp, body)}`),
	"as a check of the certificate, which is not signed": () => ({
		body: `${pause().body}&ssl_check=1`,
		headers: { "content-type": "application/x-www-form-urlencoded" },
	}),
};

test.each(Object.entries(variants))(
	"%s nothing happens",
	async (name, forge) => {
		const { status, body } = await post(stage.requestUrl, forge());
		expect(status).toBe(name.includes("certificate") ? 200 : 401);
		expect(body).toBe("");
		const after = await tables.checksums();
		expect(changed(before, after)).toEqual([]);
		expect(stage.front.told).toEqual([]);
	},
);

test("by GET, and at another path, there is nothing", async () => {
	const { status } = await post(stage.requestUrl, pause(), { method: "GET" });
	expect(status).toBe(404);
	const elsewhere = stage.requestUrl.replace("/slack/events", "/slack/other");
	expect((await post(elsewhere, pause())).status).toBe(404);
	const after = await tables.checksums();
	expect(changed(before, after)).toEqual([]);
});

test("unforged it does pause, so the above has shown something", async () => {
	const { status } = await post(stage.requestUrl, pause());
	expect(status).toBe(200);
	const after = await tables.checksums();
	expect(changed(before, after).join()).toContain("enrollment");
});
