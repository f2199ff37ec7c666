import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TextKey, textFor } from "../../src/slack/text.ts";
import { type Kind, kinds, teams } from "../support/cast.ts";
import { personId, requestId } from "../support/populate.ts";
import {
	type Act,
	choice,
	type Place,
	type TypedForm,
} from "../support/requests-payloads.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { changed, openTables, type Tables } from "../support/tables.ts";
import { wordsIn } from "../support/words-in.ts";

// What Mentor does not know, or knew once: a clear sentence and no effect.

const team = teams.here;
const text = textFor("en");
let stage: Stage;
let tables: Tables;

beforeAll(async () => {
	stage = await openStage();
	tables = await openTables(stage.client);
});
afterAll(() => stage?.stop());

async function hears(kind: Kind, act: Act): Promise<string[]> {
	const sender = { team, user: kinds[kind].id };
	const { answer, told } = await stage.perform(sender, act);
	expect(answer.status).toBe(200);
	return wordsIn([answer.json, told?.args]);
}

const oldButton = text.mrkdwn("slack:refused.oldButton").mrkdwn;
const unknownId = (place: Place): Act => ({
	type: "action",
	id: "past:celebrate",
	value: "g1",
	in: place,
});

test("the first tap after a start, on a button nobody knows, is answered", async () => {
	expect(await hears("mentee", unknownId("home"))).toContain(oldButton);
});

describe("an unknown command", () => {
	const saidTo = (typed: string) =>
		hears("mentee", { type: "command", text: typed });

	test.each([
		["fnd", "find"],
		["FIND", null],
		["finds kubernetes", "find"],
		["profle", "profile"],
		["jion", "join"],
		["Levae", "leave"],
		["hlep", "help"],
	])("%s: did you mean %s", async (typed, command) => {
		const words = await saidTo(typed);
		if (command === null) return expect(words.join()).not.toContain("I do not");
		expect(words).toContain(
			text.mrkdwn("slack:unknown.nearest", { command }).mrkdwn,
		);
	});

	test.each([
		"xyzzy",
		"🎉🎉🎉🎉🎉🎉",
		"שלום לכולם כאן",
		"<!channel>",
		"x".repeat(3_000),
		"=cmd|' /C calc'!A0",
		"constructor",
		"__proto__",
	])("one like none (%#) leads to help, and is not repeated", async (typed) => {
		const words = await saidTo(typed);
		expect(words).toContain(text.mrkdwn("slack:unknown.help").mrkdwn);
		expect(words.join()).not.toContain(typed);
	});
});

describe("a button, menu or form of an earlier version", () => {
	test.each<Place>(["message", "home", "modal"])("in a %s", async (place) => {
		expect(await hears("mentee", unknownId(place))).toContain(oldButton);
	});

	test("a form", async () => {
		const act: Act = { type: "view", id: "past:save", form: { goal: "x" } };
		expect(await hears("mentee", act)).toContain(oldButton);
	});

	test("a menu offers nothing", async () => {
		const act: Act = { type: "options", id: "past:search", query: "x" };
		const sender = { team, user: kinds.mentee.id };
		const { answer } = await stage.perform(sender, act);
		expect(answer.json).toEqual({ options: [] });
	});

	test.each([null, "", "not-an-id", "<!channel>", "x".repeat(2_000)])(
		"with a value nobody could have sent (%#)",
		async (value) => {
			for (const id of ["matching:accept", "matching:ask", "matching:more"]) {
				const words = await hears("mentee", { type: "action", id, value });
				expect(words).toContain(oldButton);
			}
		},
	);

	test("a field that cannot be so is marked in its form", async () => {
		const form = { kindsOffered: ["flash"], capacity: choice("900") };
		const sender = { team, user: kinds.mentee.id };
		await stage.perform(sender, {
			type: "view",
			id: "enrollment:join",
			form: { role: choice("both") },
		});
		const { answer } = await stage.perform(sender, {
			type: "view",
			id: "enrollment:save-mentor",
			form,
		});
		expect(answer.json).toEqual({
			response_action: "errors",
			errors: { capacity: text.plain("slack:refused.field") },
		});
	});
});

test("a form says why, where it knows what is wrong", async () => {
	const sender = { team, user: kinds.mentee.id };
	const errorsOf = async (id: string, form: TypedForm) => {
		const { answer } = await stage.perform(sender, { type: "view", id, form });
		return answer.json;
	};
	const errors = (fields: Record<string, TextKey>) => ({
		response_action: "errors",
		errors: Object.fromEntries(
			Object.entries(fields).map(([name, key]) => [name, text.plain(key)]),
		),
	});
	await errorsOf("enrollment:join", { role: choice("both") });
	expect(
		await errorsOf("enrollment:save-hours", {
			start: "9 o'clock",
			end: "  ",
			days: [],
		}),
	).toEqual(
		errors({
			start: "slack:field.time",
			end: "slack:field.empty",
			days: "slack:field.choose",
		}),
	);
});

describe("the buttons of a request that was answered", () => {
	const verbs = ["accept", "decline", "withdraw"] as const;
	const states = {
		accept: "accepted",
		decline: "declined",
		withdraw: "withdrawn",
	} as const;
	const answerer = (verb: string): Kind =>
		verb === "withdraw" ? "mentee" : "mentor";

	async function asked(): Promise<string> {
		const join = (role: string): Act => ({
			type: "view",
			id: "enrollment:join",
			form: { role: choice(role) },
		});
		await hears("mentee", join("mentee"));
		await hears("mentor", join("mentor"));
		const meta = { mentor: await personId(stage.client, team, "mentor") };
		const form = {
			ask: "A talk?",
			duration: choice("one_talk"),
			notMyManager: ["yes"],
			ready: ["yes"],
		};
		await hears("mentee", { type: "view", id: "matching:preview", form, meta });
		await hears("mentee", { type: "view", id: "matching:send", meta });
		return requestId(stage.client, team, "mentee", "mentor");
	}

	// A fresh start for each: after a no the same mentor is not asked again.
	async function forget() {
		for (const table of ["owed", "delivery", "mentorship", "request"])
			await stage.client.query(`delete from ${table}`);
	}

	test.each(verbs)(
		"after %s say what happened, and do nothing",
		async (first) => {
			await forget();
			const value = await asked();
			const tap = (verb: string) =>
				hears(answerer(verb), {
					type: "action",
					id: `matching:${verb}`,
					value,
				});
			await tap(first);
			await stage.settled();
			await stage.stopClock();
			const before = await tables.checksums();
			for (const verb of verbs) {
				const words = await tap(verb);
				// A mentee reads no more of a no than was said at first.
				const key =
					verb === "withdraw" && first === "decline"
						? "matching:declined.text"
						: (`matching:before.${states[first]}` as const);
				const name = `${verb === "withdraw" ? "mentor" : "mentee"} ${team}`;
				expect(words).toContain(text.mrkdwn(key, { name }).mrkdwn);
			}
			expect(changed(before, await tables.checksums())).toEqual([]);
		},
	);
});
