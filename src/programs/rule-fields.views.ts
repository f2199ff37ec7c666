import type { InputBlock } from "@slack/types";
import { selectInput } from "../slack/inputs.ts";
import type { Text } from "../slack/text.ts";
import { labelled, numbers, range } from "./choices.ts";
import type { ProgramPage } from "./settings.service.ts";
import { weightedTerms } from "./settings.ts";
import { noLimit, weightWords } from "./settings-pages.ts";

/** The pairs that can never be. */
export function ruleFields(
	{ settings: { rules } }: ProgramPage,
	text: Text,
): InputBlock[] {
	return [
		selectInput({
			name: "reportingLevels",
			label: text.plain("programs:page.rules.reportingLevels"),
			initial: String(rules.reportingLevels),
			choices: numbers(range(1, 10), (count) =>
				text.plain("programs:rules.level", { count }),
			),
		}),
		selectInput({
			name: "department",
			label: text.plain("programs:page.rules.department"),
			initial: rules.department,
			choices: labelled(["any", "same", "other"] as const, (it) =>
				text.plain(`programs:rules.department.${it}`),
			),
		}),
		selectInput({
			name: "location",
			label: text.plain("programs:page.rules.location"),
			initial: rules.location,
			choices: labelled(["any", "same"] as const, (it) =>
				text.plain(`programs:rules.location.${it}`),
			),
		}),
		selectInput({
			name: "overlapHours",
			label: text.plain("programs:page.rules.overlapHours"),
			initial: String(Math.round(rules.minimumOverlap / 60)),
			choices: numbers(range(0, 40), (count) =>
				count === 0
					? text.plain("programs:rules.noOverlap")
					: text.plain("programs:rules.hours", { count }),
			),
		}),
		levelsField("leastAhead", rules.leastAhead, text),
		levelsField("mostAhead", rules.mostAhead, text),
	];
}

/** How much each term of the score counts. */
export function weightFields(
	{ settings: { weights } }: ProgramPage,
	text: Text,
): InputBlock[] {
	return weightedTerms.map((term) =>
		selectInput({
			name: term,
			label: text.plain(`programs:term.${term}`),
			initial: weights[term] ?? "usual",
			choices: labelled(weightWords, (word) =>
				text.plain(`programs:weights.word.${word}`),
			),
		}),
	);
}

function levelsField(
	name: "leastAhead" | "mostAhead",
	levels: number | null,
	text: Text,
): InputBlock {
	return selectInput({
		name,
		label: text.plain(`programs:page.rules.${name}`),
		initial: levels === null ? noLimit : String(levels),
		choices: [
			{ value: noLimit, label: text.plain("programs:rules.noLimit") },
			...numbers(range(-9, 9), (count) =>
				text.plain("programs:rules.ahead", { count }),
			),
		],
	});
}
