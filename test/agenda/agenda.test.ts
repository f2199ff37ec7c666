import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dueMessage } from "../../src/agenda/action-item.views.ts";
import {
	type AgendaItem,
	agendaForm,
	changesIn,
	fieldOf,
	versionsOf,
} from "../../src/agenda/agenda.ts";
import { agendaModal } from "../../src/agenda/agenda.views.ts";
import {
	prepareBlocks,
	shareBlocks,
} from "../../src/agenda/agenda-messages.views.ts";
import { agendaButton } from "../../src/agenda/agenda-parts.views.ts";
import {
	hintFor,
	questions,
	questionsFor,
	whoLeads,
} from "../../src/agenda/questions.ts";
import { mentorshipStates } from "../../src/mentorships/mentorship-moves.ts";
import { mentorshipName } from "../../src/mentorships/mentorship-name.views.ts";
import { programKinds } from "../../src/programs/settings.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");
const at = new Date("2026-03-02T12:00:00Z");
const ben = { personId: "p1", zone: "Asia/Tokyo", locale: "en-US" };
const ana = { personId: "p2", zone: "Europe/Lisbon", locale: "pt-PT" };

const anItem = (differs: Partial<AgendaItem> = {}): AgendaItem => ({
	itemId: "01890a5d-ac96-774b-bcce-b302099a8001",
	slot: "challenge",
	text: "The release slipped",
	author: { personId: "p2", slackUserId: "U0MENTEE", name: "Ana" },
	version: 1,
	carried: 0,
	changedAt: at,
	...differs,
});

describe("the questions", () => {
	test("are the five standing ones in the standard kind", () => {
		const mentorship = aMentorship({ state: "active" });
		expect(questionsFor(mentorship)).toEqual([
			"why",
			"challenge",
			"plan",
			"curious",
			"homework",
		]);
	});

	test("lead with introductions and visibility for a sponsor", () => {
		const [one, other] = questionsFor({ kind: "sponsor", state: "active" });
		expect([one, other]).toEqual(["doors", "visibility"]);
	});

	test("are there for every kind and stage, none twice", () => {
		for (const kind of programKinds)
			for (const state of mentorshipStates) {
				const asked = questionsFor({ kind, state });
				expect(asked.length).toBeGreaterThan(0);
				expect(new Set(asked).size).toBe(asked.length);
			}
	});

	test("every one of them is asked somewhere", () => {
		const asked = programKinds.flatMap((kind) =>
			mentorshipStates.flatMap((state) => questionsFor({ kind, state })),
		);
		expect(new Set(asked)).toEqual(new Set(questions));
	});
});

test("hints take turns, and suit the stage", () => {
	for (const kind of programKinds)
		for (const state of mentorshipStates) {
			const all = Array.from({ length: 60 }, (_, n) =>
				hintFor({ kind, state }, n),
			);
			const known = new Set(all).size;
			expect(new Set(all.slice(0, known)).size).toBe(known);
			expect(known).toBeGreaterThan(2);
		}
	const first = hintFor({ kind: "one_to_one", state: "exploring" }, 0);
	expect(first).toBe("askFirst");
});

test("peers take turns in leading", () => {
	const led = [0, 1, 2, 3].map((met) => whoLeads(["a", "b", "c"], met));
	expect(led).toEqual(["a", "b", "c", "a"]);
	expect(whoLeads([], 3)).toBeUndefined();
});

describe("what a form changes", () => {
	const items = [anItem(), anItem({ slot: "own", itemId: itemIdOf(2) })];
	const form = (fields: Record<string, unknown>) => agendaForm.parse(fields);

	test("nothing where nothing was changed", () => {
		const same = form(
			Object.fromEntries(items.map((one) => [fieldOf(one), one.text])),
		);
		expect(changesIn(same, items, versionsOf(items))).toEqual({
			changes: [],
			changed: [],
		});
	});

	test("what was emptied is taken off, what is new is added", () => {
		const { changes } = changesIn(
			form({ challenge: null, plan: "Ask for help", own: "The roof" }),
			items,
			versionsOf(items),
		);
		expect(changes).toEqual([
			{ is: "remove", item: items[0] },
			{ is: "add", slot: "plan", text: "Ask for help" },
			{ is: "add", slot: "own", text: "The roof" },
		]);
	});

	test("nobody writes over what they have not seen", () => {
		const seen = versionsOf(items);
		const since = [anItem({ version: 2, text: "It slipped twice" })];
		const mine = form({ challenge: "It slipped because of me" });
		expect(changesIn(mine, since, seen).changed).toEqual(["challenge"]);
		// Emptying what somebody has just changed takes nothing of theirs off.
		expect(changesIn(form({ challenge: null }), since, seen)).toEqual({
			changes: [],
			changed: [],
		});
		// What both answered for the first time.
		expect(changesIn(mine, since, {}).changed).toEqual(["challenge"]);
	});

	test("a point that was talked about meanwhile comes back as a new one", () => {
		const seen = versionsOf(items);
		const typed = form({ challenge: "More of it" });
		expect(changesIn(typed, [], seen).changes).toEqual([
			{ is: "add", slot: "challenge", text: "More of it" },
		]);
	});

	test("saving twice is saving once, whatever is typed", () => {
		const fields = fc.dictionary(
			fc.constantFrom(...questions, "own", "elsewhere", "__proto__"),
			fc.oneof(fc.string(), fc.constant(null)),
		);
		fc.assert(
			fc.property(fields, (typed) => {
				const sent = form(typed);
				const { changes } = changesIn(sent, [], {});
				const after = changes.flatMap((change, n) =>
					change.is === "add" && change.slot !== "own"
						? [anItem({ ...change, itemId: itemIdOf(n) })]
						: [],
				);
				const again = changesIn(
					sent.filter(({ field }) => field !== "own"),
					after,
					versionsOf(after),
				);
				expect(again).toEqual({ changes: [], changed: [] });
			}),
		);
	});
});

test("every page and message is sound, in every kind and stage", () => {
	for (const kind of programKinds)
		for (const state of mentorshipStates) {
			const mentorship = aMentorship({ kind, state });
			const items = [
				anItem({ text: "<!channel> *all* &" }),
				...Array.from({ length: 10 }, (_, n) =>
					anItem({
						slot: "own",
						itemId: itemIdOf(n),
						text: "&".repeat(1_000),
						carried: n,
						author: null,
					}),
				),
			];
			const actions = [anAction("open", null), anAction("own_way", "Rain")];
			const agenda = {
				mentorship,
				questions: questionsFor(mentorship),
				items,
				actions,
				met: 3,
				nextAt: at,
			};
			expectSoundModal(agendaModal(agenda, ana, text));
			const said = text.mrkdwn("agenda:page.nothing");
			for (const blocks of [
				prepareBlocks(agenda, ana, text),
				shareBlocks(agenda, ben, text),
			])
				expectSoundMessage({ text: said, blocks });
			expect(agendaButton(mentorship, ben, text).value).toBe(
				mentorship.mentorshipId,
			);
		}
});

test("what is due names its mentorship, and not in its notification", () => {
	const mentorship = aMentorship({ kind: "expertise" });
	const action = anAction("open", null);
	const message = dueMessage(action, mentorship, ana, text);
	expectSoundMessage(message);
	expect(JSON.stringify(message.blocks)).toContain(
		mentorshipName(mentorship, ana, text).mrkdwn,
	);
	expect(JSON.stringify(message.text)).not.toContain(action.text);
});

function itemIdOf(n: number): string {
	return `01890a5d-ac96-774b-bcce-b302099a80${String(n).padStart(2, "0")}`;
}

function anAction(state: "open" | "own_way", why: string | null) {
	return {
		actionId: itemIdOf(50),
		mentorshipId: itemIdOf(51),
		owner: { personId: "p2", slackUserId: "U0MENTEE", name: "Ana" },
		text: "Read the postmortem",
		dueOn: "2026-03-20",
		state,
		why,
		reportedAt: state === "open" ? null : at,
	};
}
