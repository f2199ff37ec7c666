import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Envelope, readEnvelope } from "../../src/slack/envelope.ts";
import {
	actionPayload,
	choice,
	commandPayload,
	eventPayload,
	newThread,
	people,
	submissionPayload,
	suggestionPayload,
} from "../support/requests-payloads.ts";

const ana = { team: "T0ACME", user: "U0ANA" };
const thread = newThread();

/** As Bolt hands over a command: every field is text. */
const asForm = (payload: Record<string, unknown>) =>
	Object.fromEntries(
		Object.entries(payload).map(([name, value]) => [name, String(value)]),
	);

function read(body: unknown): Envelope {
	const envelope = readEnvelope(body);
	if (!envelope) throw new Error("It was not read.");
	return envelope;
}

describe("who acts, and where, comes from the envelope", () => {
	const form = { goal: "x" };
	const bodies = {
		command: asForm(commandPayload(ana, "find it", thread)),
		action: actionPayload(ana, { id: "a:b", value: "1" }, thread),
		view: submissionPayload(ana, { id: "a:b", form }, thread),
		options: suggestionPayload(ana, { id: "a:b", query: "ku" }, thread),
		event: eventPayload("T0ACME", { type: "app_home_opened", user: "U0ANA" }),
	};

	test.each(Object.entries(bodies))("%s", (type, body) => {
		expect(read(body)).toMatchObject({
			type,
			teamId: "T0ACME",
			userId: "U0ANA",
			enterpriseId: null,
		});
	});

	test("of an event it is the installation that counts", () => {
		const body = {
			...eventPayload("T0OTHER", { type: "user_change", user: { id: "U0X" } }),
			authorizations: [{ team_id: null, enterprise_id: "E0ORG" }],
		};
		expect(read({ ...body, team_id: "T0ACME" })).toMatchObject({
			teamId: "T0ACME",
			enterpriseId: "E0ORG",
			userId: "U0X",
		});
	});

	test("an org-wide install has an enterprise and no team", () => {
		const body = {
			...actionPayload(ana, { id: "a:b" }),
			team: null,
			enterprise: { id: "E0ORG" },
		};
		expect(read(body)).toMatchObject({ teamId: null, enterpriseId: "E0ORG" });
	});
});

describe("what was typed or chosen", () => {
	const elements = {
		typed: "  Zoe\u0308\u202e\0  ",
		nothing: null,
		chosen: choice("weekly"),
		several: ["a", "b"],
		people: people("U0BEN", "U0CY"),
		person: { type: "users_select", selected_user: "U0BEN" },
		date: { type: "datepicker", selected_date: "2026-12-24" },
		time: { type: "timepicker", selected_time: "09:30" },
		channel: { type: "conversations_select", selected_conversation: "C0HR" },
		files: { type: "file_input", files: [{ id: "F0A" }, { id: "F0B" }] },
		unknown: { type: "hologram", selected_hologram: "09:30" },
	};
	const values = {
		typed: "Zoë",
		nothing: null,
		chosen: "weekly",
		several: ["a", "b"],
		people: ["U0BEN", "U0CY"],
		person: "U0BEN",
		date: "2026-12-24",
		time: "09:30",
		channel: "C0HR",
		files: ["F0A", "F0B"],
		unknown: null,
	};

	test("is found for every kind of input, and cleaned", () => {
		const meta = { mentor: "m1" };
		const submitted = submissionPayload(ana, {
			id: "a:b",
			form: elements,
			meta,
		});
		expect(read(submitted).input).toEqual({ form: values, meta });
		const tapped = actionPayload(ana, {
			id: "a:b",
			in: "modal",
			value: choice("both"),
			form: elements,
			meta,
		});
		expect(read(tapped).input).toEqual({ value: "both", form: values, meta });
	});

	test("metadata that is no JSON is null", () => {
		const view = { id: "V1", type: "modal", private_metadata: "{oops" };
		const body = { ...submissionPayload(ana, { id: "a:b" }), view };
		expect(read(body).input).toEqual({ form: {}, meta: null });
	});

	test("a command keeps its text, cleaned", () => {
		const body = asForm(commandPayload(ana, " find \u202eka\0fka "));
		expect(read(body)).toMatchObject({ id: "find kafka", input: "find kafka" });
	});
});

describe("the key", () => {
	const keysOf = (...bodies: unknown[]) => bodies.map((body) => read(body).key);

	test("is the same for the same request, and another for the next", () => {
		const request = actionPayload(ana, { id: "a:b" }, thread);
		const next = actionPayload(ana, { id: "a:b" });
		const [first, again, other] = keysOf(request, { ...request }, next);
		expect(first).toBe(again);
		expect(first).not.toBe(other);
	});

	test("differs between people, buttons, versions of a view and events", () => {
		const ben = { ...ana, user: "U0BEN" };
		const submission = submissionPayload(ana, { id: "a:b" }, thread);
		const keys = keysOf(
			actionPayload(ana, { id: "a:b" }, thread),
			actionPayload(ben, { id: "a:b" }, thread),
			actionPayload(ana, { id: "a:c" }, thread),
			submission,
			{ ...submission, view: { id: thread.view, type: "modal", hash: "2" } },
			asForm(commandPayload(ana, "join", thread)),
			eventPayload("T0", { type: "team_join" }),
			eventPayload("T0", { type: "team_join" }),
		);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe("what no feature could want", () => {
	test.each([
		null,
		undefined,
		0,
		"",
		"text",
		[],
		{},
		{ type: "view_closed", user: { id: "U0ANA" }, view: { id: "V1" } },
		{ type: "block_actions", user: { id: "U0ANA" }, actions: [] },
		{ type: "block_actions", user: "U0ANA", actions: [{}] },
		{ type: "event_callback", event_id: "Ev1" },
		{ type: "event_callback", event_id: "Ev1", event: { type: 7 } },
		{ ...submissionPayload(ana, { id: "a:b" }), view: null },
		{ ...submissionPayload(ana, { id: "a:b" }), user: null },
	])("%j is null", (body) => {
		expect(readEnvelope(body)).toBeNull();
	});

	test("any JSON is read without an error", () => {
		const types = fc.constantFrom(
			"block_actions",
			"view_submission",
			"block_suggestion",
			"event_callback",
		);
		const body = fc.record(
			{
				type: types,
				user: fc.anything(),
				team: fc.anything(),
				view: fc.anything(),
				actions: fc.anything(),
				event: fc.anything(),
			},
			{ requiredKeys: ["type"] },
		);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), body), (odd) => {
				readEnvelope(odd);
			}),
			{ numRuns: 1_000 },
		);
	});
});
