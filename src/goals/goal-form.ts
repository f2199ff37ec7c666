import { z } from "zod";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { fieldFaults, optionalText, requiredText } from "../slack/fields.ts";
import { inZone } from "../time/zones.ts";
import { type Goal, goalLengths, mostSteps, type Step } from "./goal.ts";

/** What stands in the field for steps, one a line, at the most. */
export const stepsLength = mostSteps * (goalLengths.step + 2);

/** Chosen where a goal is for nobody else to read. */
export const nobody = "nobody";

const oneLine = (text: string) => text.replace(/\s+/g, " ");

/** A goal as the form sends it. */
export const goalForm = z.object({
	text: requiredText(goalLengths.text).transform(oneLine),
	measure: optionalText(goalLengths.measure),
	dueOn: z.iso
		.date()
		.nullish()
		.transform((date) => date ?? null),
	steps: optionalText(stepsLength),
	/** Not asked of whoever is in no mentorship. */
	mentorship: z
		.union([z.literal(nobody), z.uuid()], fieldFaults.choose)
		.nullish()
		.transform((id) => (id && id !== nobody ? id : null)),
});
export type GoalForm = z.infer<typeof goalForm>;

/** What the form offers: whom a goal can be shared with, and for how long. */
export type GoalFormPage = {
	/** null: a new one. */
	goal: Goal | null;
	/** What was sent before and could not be saved. */
	draft: GoalForm | null;
	/** Mentorships under way in which someone else could read it. */
	mentorships: Mentorship[];
	/** The goal's own, when it is over: it stays part of it. */
	over: Mentorship | null;
};

/** The lines of the field for steps that say something. */
export function linesOf(typed: string | null): string[] {
	return (typed ?? "")
		.split("\n")
		.map((line) => oneLine(line).trim())
		.filter(Boolean);
}

/** What is wrong with a field, by the field's name. */
export type GoalFaults = Partial<{
	text: "mostOpen" | "left" | "ended";
	dueOn: "past";
	steps: "tooMany" | "tooLong";
	mentorship: "over";
}>;

/** `today` is the date on the owner's wall; `before`, what is being edited. */
export function faultsIn(
	form: GoalForm,
	{ today, before }: { today: string; before: Goal | null },
): GoalFaults {
	const { dueOn } = form;
	const lines = linesOf(form.steps);
	// A date that has passed since may stay as it is.
	const isPast = dueOn !== null && dueOn < today && dueOn !== before?.dueOn;
	const isLong = lines.some(({ length }) => length > goalLengths.step);
	return {
		...(isPast && { dueOn: "past" }),
		...(isLong && { steps: "tooLong" }),
		...(lines.length > mostSteps && { steps: "tooMany" }),
	};
}

/**
 * The steps after an edit. What is called the same stays done or not; so does
 * what was put into other words in its place.
 */
export function mergeSteps(before: Step[], lines: string[]): Step[] {
	const kept = new Set<Step>();
	const named = lines.map((line) => {
		const step = before.find((each) => each.text === line && !kept.has(each));
		if (step) kept.add(step);
		return step;
	});
	let nextId = Math.max(0, ...before.map(({ id }) => id)) + 1;
	return lines.map((text, index) => {
		const inPlace = before[index];
		const reworded = inPlace && !kept.has(inPlace) ? inPlace : undefined;
		const step = named[index] ?? reworded;
		if (step) kept.add(step);
		return step ? { ...step, text } : { id: nextId++, text, isDone: false };
	});
}

/** The date a new goal has until someone chooses another: three months on. */
export function usualDate(now: Date, zone: string): string {
	return inZone(now, zone).toPlainDate().add({ months: 3 }).toString();
}
