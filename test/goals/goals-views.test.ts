import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	type Goal,
	goalLengths,
	mostOpen,
	type OwnGoal,
} from "../../src/goals/goal.ts";
import type { Did } from "../../src/goals/goal-acts.ts";
import {
	faultErrors,
	goalFormModal,
	letGoModal,
} from "../../src/goals/goal-form.views.ts";
import { goalLine } from "../../src/goals/goal-line.views.ts";
import { goalModal, goalsModal } from "../../src/goals/goals.views.ts";
import { goalsSection } from "../../src/goals/goals-home.views.ts";
import {
	sharedGoalModal,
	sharedModal,
	sharedSection,
} from "../../src/goals/shared.views.ts";
import { untouchedMessage } from "../../src/goals/untouched.views.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { active } from "../support/harm.ts";
import { oddTexts } from "../support/odd-texts.ts";
import {
	expectSoundHome,
	expectSoundMessage,
	expectSoundModal,
	known,
} from "../support/sound.ts";
import { aGoal, aMember, anActive, at, ownGoal, steps } from "./builders.ts";

const text = textFor("en");
const reader = {
	personId: "p2",
	zone: "Europe/Lisbon",
	locale: "en-GB",
	now: at,
};
const line = (goal: Goal) => goalLine(goal, reader, text).mrkdwn;
const plainly = (goal: Goal) =>
	line(goal).replaceAll(/<!date[^|]*\|([^>]*)>/g, "$1");

describe("the line of a goal", () => {
	const of = { steps: steps("x one", "x two", "three", "four") };

	test("says in words what the bar then draws", () => {
		expect(plainly(aGoal({ ...of, dueOn: "2026-03-12" }))).toBe(
			"*Lead a team meeting*: 2 of 4 steps done, by 12 March 2026\n▰▰▰▰▰▱▱▱▱▱",
		);
		expect(plainly(aGoal({ quarters: 3 }))).toBe(
			"*Lead a team meeting*: 75% done\n▰▰▰▰▰▰▰▰▱▱",
		);
	});

	test("says when its date has passed, from the day after on", () => {
		expect(plainly(aGoal({ dueOn: "2026-03-02" }))).toContain(", by 2 March");
		expect(plainly(aGoal({ dueOn: "2026-03-01" }))).toContain(
			"0% done. Its date was 1 March 2026",
		);
	});

	test("has no bar once it has ended", () => {
		const ended = { endedAt: at, quarters: 1 };
		expect(plainly(aGoal({ ...ended, state: "reached" }))).toBe(
			"*Lead a team meeting*: reached, 2 March 2026",
		);
		expect(plainly(aGoal({ ...ended, state: "let_go" }))).toBe(
			"*Lead a team meeting*: let go, 2 March 2026",
		);
	});

	test("names the same date in every zone it is read in", () => {
		const goal = aGoal({ dueOn: "2026-12-31" });
		for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
			expect(goalLine(goal, { ...reader, zone }, text).mrkdwn).toContain(
				"31 December 2026",
			);
	});

	test("whatever it is about, begins with words and mentions nobody", () => {
		const words = fc.constantFrom(...oddTexts(200, 20261122).map(clean));
		const progress = fc.record({
			steps: fc
				.array(fc.boolean(), { maxLength: 5 })
				.map((done) => steps(...done.map((is) => (is ? "x it" : "it")))),
			quarters: fc.integer({ min: 0, max: 4 }),
			dueOn: fc.constantFrom(null, "2026-03-12", "2026-01-01"),
		});
		fc.assert(
			fc.property(words, progress, (odd, rest) => {
				const goal = aGoal({ text: cut(odd, goalLengths.text), ...rest });
				const said = line(goal);
				expect(active(said, known)).toEqual([]);
				const bar = said.lastIndexOf("\n");
				expect(said.slice(bar + 1)).toMatch(/^[▰▱]{10}$/);
				const count = goal.steps.length;
				const done = goal.steps.filter(({ isDone }) => isDone).length;
				const told =
					count > 0
						? `${done} of ${count} step`
						: `${goal.quarters * 25}% done`;
				expect(said.slice(0, bar)).toContain(`*: ${told}`);
			}),
		);
	});
});

/** As they come through the gate. */
const odd = [...oddTexts(30, 7), "&".repeat(2000), "a".repeat(2000)]
	.map(clean)
	.filter(Boolean);

/** A goal as full as it can be, of such words. */
function fullGoal(words: string, parts: Partial<Goal> = {}): OwnGoal {
	const step = cut(words, goalLengths.step);
	const goal = {
		text: cut(words, goalLengths.text),
		measure: cut(words, goalLengths.measure),
		steps: steps(step, `x ${step}`, step, step, step),
		dueOn: "2026-03-12",
		programName: cut(words, 80),
		mentorshipId: "01890a5d-ac96-774b-bcce-b302099a8058",
		...parts,
	};
	const readers = [aMember("p1", "mentor", cut(words, 80))];
	return ownGoal(goal, { why: cut(words, goalLengths.why), readers });
}

const dids: Did[] = [
	"added",
	"saved",
	"stepDone",
	"stepUndone",
	"moved",
	"reached",
	"letGo",
	"reopened",
	"stillOn",
	"askedLess",
	"already",
	"ended",
	"otherSteps",
	"mostOpen",
];

test("pages, forms, Home and the question are sound, of whatever words", () => {
	for (const [index, words] of odd.entries()) {
		const open = Array.from({ length: mostOpen }, () => fullGoal(words));
		const ended = [
			fullGoal(words, { state: "reached", endedAt: at }),
			fullGoal(words, { state: "let_go", endedAt: at }),
		];
		const did = dids[index % dids.length] ?? null;
		const list = { hasJoined: true, did };
		expectSoundModal(goalsModal({ open, ended }, reader, text, list));
		expectSoundHome(goalsSection({ open, ended }, reader, text));
		for (const own of [...open.slice(0, 1), ...ended])
			expectSoundModal(goalModal(own, reader, text, did));
		expectSoundModal(
			goalModal(fullGoal(words, { steps: [] }), reader, text, did),
		);
		const [own] = open;
		if (!own) throw new Error("There is no goal.");
		const name = cut(words, 80);
		const mentorship = anActive([
			aMember("p1", "mentor", name),
			aMember("p2", "mentee", name),
		]);
		const over = { ...mentorship, mentorshipId: "m2" };
		const form = {
			goal: own.goal,
			draft: null,
			mentorships: [mentorship],
			over,
		};
		expectSoundModal(goalFormModal(form, reader, text, "goal"));
		const draft = {
			text: own.goal.text,
			measure: own.goal.measure,
			dueOn: null,
			steps: cut(words, 500),
			mentorship: over.mentorshipId,
		};
		expectSoundModal(goalFormModal({ ...form, draft }, reader, text, "goal"));
		expectSoundModal(letGoModal(own.goal, text, "list"));
		const { goal } = own;
		expectSoundMessage(untouchedMessage(own, reader, text), [
			goal.text.length > 3 ? goal.text : null,
		]);
		const shared = {
			mentorshipId: mentorship.mentorshipId,
			owner: { ...goal.owner, name },
			open: open.map((each) => each.goal),
			reached: ended.slice(0, 1).map((each) => each.goal),
		};
		expectSoundHome(sharedSection([shared, shared], reader, text));
		expectSoundModal(sharedModal([shared, shared], reader, text));
		expectSoundModal(sharedGoalModal(goal, reader, text));
	}
});

test("with nothing there, the pages say what to do", () => {
	const none = { open: [], ended: [] };
	for (const hasJoined of [true, false])
		expectSoundModal(goalsModal(none, reader, text, { hasJoined }));
	expectSoundHome(goalsSection(none, reader, text));
	expectSoundModal(sharedModal([], reader, text));
	expectSoundModal(sharedGoalModal(null, reader, text));
	const page = { goal: null, draft: null, mentorships: [], over: null };
	const form = JSON.stringify(goalFormModal(page, reader, text, "list"));
	expect(form).toContain("2026-06-02");
	expect(form).not.toContain("Who else may read");
});

test("a reason for letting go stands on no page but its goal's own", () => {
	const own = ownGoal(
		{ state: "let_go", endedAt: at },
		{ why: "the wind has turned" },
	);
	const list = { open: [], ended: [own] };
	const pages = [
		goalsModal(list, reader, text, { hasJoined: true }),
		goalsSection(list, reader, text),
		sharedGoalModal(own.goal, reader, text),
	];
	for (const page of pages)
		expect(JSON.stringify(page)).not.toContain("turned");
	expect(JSON.stringify(goalModal(own, reader, text))).toContain("turned");
});

test("each fault is a sentence at its field", () => {
	const faults = {
		text: ["mostOpen", "left", "ended"],
		dueOn: ["past"],
		steps: ["tooMany", "tooLong"],
		mentorship: ["over"],
	} as const;
	for (const [field, all] of Object.entries(faults))
		for (const fault of all)
			expect(faultErrors({ [field]: fault }, text)[field]).toMatch(/\.$/);
});
