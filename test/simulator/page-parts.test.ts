import { describe, expect, test } from "@jest/globals";
import { formatAddress, parseAddress } from "../../simulator/page/address.ts";
import {
	choicesOf,
	matching,
	selectedOf,
	valueWith,
} from "../../simulator/page/choices.ts";
import { Drafts, type InputAct } from "../../simulator/page/drafts.ts";
import { hintsFor, withHint, withPicked } from "../../simulator/page/hints.ts";
import { safeUrl } from "../../simulator/page/kit.ts";
import { firstSurface } from "../support/page-fake/first-surface.ts";
import { option } from "../support/page-fake/parts.ts";
import { people } from "../support/page-fake/people.ts";

const world = firstSurface();

test("an address survives the way through the URL", () => {
	const address = { team: "T1", user: "U2", open: "home" };
	expect(formatAddress(address)).toBe("?team=T1&user=U2&open=home");
	expect(parseAddress(formatAddress(address))).toEqual(address);
	expect(parseAddress("")).toEqual({ team: null, user: null, open: null });
});

test("only addresses of the web and of mail are followed", () => {
	expect(safeUrl("https://a.example")).toBe("https://a.example");
	expect(safeUrl("javascript:alert(1)")).toBeNull();
});

describe("what a select holds, in Slack's own shape", () => {
	const weekly = option("Weekly");
	const chosen = { value: "U1000", text: "Ana" };

	test.each([
		["users_select", { selected_user: "U1000" }],
		["multi_users_select", { selected_users: ["U1000"] }],
		["conversations_select", { selected_conversation: "U1000" }],
		["multi_conversations_select", { selected_conversations: ["U1000"] }],
		["channels_select", { selected_channel: "U1000" }],
		["multi_channels_select", { selected_channels: ["U1000"] }],
	] as const)("%s", (type, held) => {
		expect(valueWith({ type }, [chosen])).toEqual({ type, ...held });
	});

	test("options go back as they came", () => {
		const element = { type: "static_select" as const, options: [weekly] };
		const [choice] = choicesOf(element, world);
		const value = valueWith(element, choice ? [choice] : []);
		expect(value).toEqual({ type: "static_select", selected_option: weekly });
		expect(selectedOf(element, value, world)).toEqual([choice]);
		expect(valueWith(element, [])).toEqual({
			type: "static_select",
			selected_option: null,
		});
	});

	test("groups are kept, the deactivated are not offered", () => {
		const grouped = choicesOf(
			{
				type: "multi_static_select",
				option_groups: [
					{ label: { type: "plain_text", text: "G" }, options: [weekly] },
				],
			},
			world,
		);
		expect(grouped).toEqual([
			{ value: "weekly", text: "Weekly", option: weekly, group: "G" },
		]);
		const names = choicesOf({ type: "users_select" }, world);
		expect(names.map(({ text }) => text)).not.toContain("Olga Former");
	});

	test("a conversations select keeps to its filter", () => {
		const filter = { include: ["public" as const] };
		const found = choicesOf({ type: "conversations_select", filter }, world);
		expect(found.map(({ text }) => text)).toEqual(["#mentoring", "#red-boxes"]);
	});
});

test("searching finds every word, whatever the accents", () => {
	const choices = [
		{ value: "1", text: "Léa Dubois", description: "Data analyst" },
		{ value: "2", text: "Elif Yılmaz" },
	];
	expect(matching(choices, "lea ANAL")).toEqual([choices[0]]);
	expect(matching(choices, "lea elif")).toEqual([]);
	expect(matching(choices, "")).toEqual(choices);
});

describe("hints in the composer", () => {
	const hints = (text: string) =>
		hintsFor(text, text.length, ["/mentor", "/meet"], people);

	test("commands until the first space", () => {
		expect(hints("/me").choices.map(({ text }) => text)).toEqual([
			"/mentor",
			"/meet",
		]);
		expect(hints("/mentor find").choices).toEqual([]);
		expect(hints("me").choices).toEqual([]);
	});

	test("people after an at sign, put in by name", () => {
		const found = hints("/mentor ask @ana l");
		const [ana] = found.choices;
		expect(ana?.text).toBe("Ana Lima");
		if (ana)
			expect(withHint("/mentor ask @ana l", found, ana)).toBe(
				"/mentor ask @Ana Lima ",
			);
		expect(hints("mail a@b").choices).toEqual([]);
	});

	test("the one that was picked is sent by id", () => {
		const picked = new Map([["Ana Lima", "U7"]]);
		expect(withPicked("ask @Ana Lima now", picked)).toBe("ask <@U7> now");
		expect(withPicked("ask @Ben now", picked)).toBe("ask @Ben now");
	});
});

describe("drafts", () => {
	const typed = (text: string): InputAct => ({
		type: "input",
		place: { kind: "view", view_id: "V1" },
		block_id: "b",
		action_id: "a",
		value: { type: "plain_text_input", value: text },
	});

	test("what is typed while sending goes out once, with the last word", async () => {
		const sent: unknown[] = [];
		const first = Promise.withResolvers<void>();
		const drafts = new Drafts(
			async (act) => {
				sent.push(act.value.value);
				if (sent.length === 1) await first.promise;
			},
			async () => {},
		);
		for (const text of ["a", "ab", "abc"]) drafts.type(typed(text));
		expect(drafts.get("V1/b/a")).toEqual(typed("abc").value);
		first.resolve();
		await drafts.settled();
		expect(sent).toEqual(["a", "abc"]);
		expect(drafts.get("V1/b/a")).toBeUndefined();
	});

	test("a draft stays over the old value until the next look", async () => {
		const seen: unknown[] = [];
		const drafts: Drafts = new Drafts(
			async () => {},
			async () => {
				seen.push(drafts.get("V1/b/a")?.value);
			},
		);
		drafts.type(typed("a"));
		await drafts.settled();
		expect(seen).toEqual(["a"]);
	});
});
