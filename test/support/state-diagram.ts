import {
	type Move,
	mentorshipStates,
	moves,
	type Owes,
} from "../../src/mentorships/mentorship-moves.ts";
import type { Turn } from "../../src/mentorships/turns.ts";

/** What the calendar does, in words; a turn without a line is a type error. */
const turnsInWords: Record<Turn["does"], string> = {
	remindExploring: "four days before the date: a reminder of it",
	part: "at the date, unless all have said _go on_: `part`",
	remindAgreeing: "after a week: a reminder to sign",
	giveUpAgreeing: "after six weeks without all signatures: `end`",
	halfway: "half-way: keep, stop, start",
	close: "at the end date: `close`",
	askPaused: "after four weeks: the partner may wait, look elsewhere or finish",
	resume: "at its date: `resume`",
	endPause: "when a member is gone for 30 days: `end`",
	remindClosing: "after a week: a reminder to look back",
	finish: "after two weeks, a flash one after one: `finish`",
	hello: "informal: one hello after three months",
};

const turnStates: Record<(typeof mentorshipStates)[number], Turn["does"][]> = {
	proposed: [],
	exploring: ["remindExploring", "part"],
	agreeing: ["remindAgreeing", "giveUpAgreeing"],
	active: ["halfway", "close"],
	paused: ["askPaused", "resume", "endPause"],
	closing: ["remindClosing", "finish"],
	completed: ["hello"],
	ended: [],
};

const names = Object.keys(moves) as Move[];

/** docs/mentorship-states.md, from the table of moves. */
export function statesPage(): string {
	return [
		"# The states of a mentorship",
		"",
		"Made from `src/mentorships/mentorship-moves.ts` and `turns.ts` by",
		"`UPDATE_DOCS=1 npm run jest -- test/mentorships/mentorship-states.test.ts`;",
		"the same test fails when this page is not what the code says.",
		"",
		"```mermaid",
		"stateDiagram-v2",
		"    [*] --> proposed: a match round",
		"    [*] --> exploring: an accepted request",
		"    [*] --> active: a mentor outside Slack",
		...names.flatMap(arrows),
		"    completed --> [*]",
		"    ended --> [*]",
		"```",
		"",
		"What moves it, who may, and whom that tells:",
		"",
		...names.map(line),
		"",
		"By itself, when a date has come:",
		"",
		...mentorshipStates.flatMap((state) =>
			turnStates[state].map((turn) => `- _${state}_, ${turnsInWords[turn]}`),
		),
		"",
	].join("\n");
}

function arrows(name: Move): string[] {
	const { from, to } = moves[name];
	const targets = to === "before" ? ["exploring", "agreeing", "active"] : [to];
	return from.flatMap((state) =>
		targets.map((target) => `    ${state} --> ${target}: ${name}`),
	);
}

function line(name: Move): string {
	const { from, to, by, owes } = moves[name];
	const target = to === "before" ? "where it was paused" : to;
	const told = owes.map((owed: Owes) => `; tells ${owed.to} \`${owed.what}\``);
	const path = `${from.join(", ")} to ${target}`;
	return `- _${name}_: ${path}, by ${by.join(", ")}${told.join("")}`;
}
