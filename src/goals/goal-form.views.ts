import { type Member, othersOf } from "../mentorships/mentorship.ts";
import { type Modal, modal, section } from "../slack/blocks.ts";
import { selectInput, textInput } from "../slack/inputs.ts";
import { cut } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { type Goal, goalLengths, mostSteps } from "./goal.ts";
import {
	type GoalFaults,
	type GoalForm,
	type GoalFormPage,
	nobody,
	stepsLength,
	usualDate,
} from "./goal-form.ts";
import type { GoalPage } from "./goals.views.ts";
import { readersIn } from "./readers.ts";

type Writer = { personId: string; zone: string; now: Date };

/** The form of a goal; who will read it is said beside each field. */
export function goalFormModal(
	{ goal, draft, mentorships, over }: GoalFormPage,
	writer: Writer,
	text: Text,
	page: GoalPage,
): Modal {
	const isAsked = mentorships.length > 0 || over !== null;
	const sees = text.plain(
		isAsked ? "goals:form.seesShared" : "goals:form.seesOwn",
	);
	const steps = text.plain("goals:form.stepsHint", { count: mostSteps });
	const initial = draft ?? valuesOf(goal, writer);
	const choices = choicesOf({ mentorships, over }, writer, text);
	return modal({
		id: goal ? "goals:save" : "goals:create",
		title: text.plain(goal ? "goals:form.editTitle" : "goals:form.newTitle"),
		submit: text.plain(goal ? "goals:form.save" : "goals:form.add"),
		close: text.plain("goals:form.cancel"),
		metadata: { page, ...(goal && { goal: goal.goalId }) },
		blocks: [
			...(draft ? [section(text.mrkdwn("goals:form.draft"))] : []),
			textInput({
				name: "text",
				label: text.plain("goals:form.text"),
				hint: sees,
				max: goalLengths.text,
				initial: initial.text,
			}),
			textInput({
				name: "measure",
				label: text.plain("goals:form.measure"),
				hint: sees,
				optional: true,
				max: goalLengths.measure,
				initial: initial.measure,
			}),
			dateInput({
				name: "dueOn",
				label: text.plain("goals:form.dueOn"),
				optional: true,
				initial: initial.dueOn,
			}),
			textInput({
				name: "steps",
				label: text.plain("goals:form.steps"),
				hint: `${steps} ${sees}`,
				optional: true,
				lines: true,
				max: stepsLength,
				initial: initial.steps,
			}),
			...(isAsked
				? [
						selectInput({
							name: "mentorship",
							label: text.plain("goals:form.mentorship"),
							hint: text.plain("goals:form.mentorshipHint"),
							choices,
							initial: goal || draft ? (initial.mentorship ?? nobody) : null,
						}),
					]
				: []),
		],
	});
}

/** What the form begins with, where nothing was written before. */
function valuesOf(goal: Goal | null, { now, zone }: Writer): GoalForm {
	const steps = goal?.steps.map((step) => step.text).join("\n") ?? null;
	return {
		text: goal?.text ?? "",
		measure: goal?.measure ?? null,
		dueOn: goal ? goal.dueOn : usualDate(now, zone),
		steps,
		mentorship: goal?.mentorshipId ?? null,
	};
}

function choicesOf(
	{ mentorships, over }: Pick<GoalFormPage, "mentorships" | "over">,
	{ personId }: Writer,
	text: Text,
) {
	const namesOf = (members: Member[]) =>
		text.list(members.map(({ name }) => cut(name, 40)));
	return [
		{ value: nobody, label: text.plain("goals:form.nobody") },
		...mentorships.map((mentorship) => ({
			value: mentorship.mentorshipId,
			label: namesOf(readersIn(mentorship, personId)),
		})),
		...(over
			? [
					{
						value: over.mentorshipId,
						label: text.plain("goals:form.over", {
							names: namesOf(othersOf(over, personId)),
						}),
					},
				]
			: []),
	];
}

/** What is wrong, under the field it is about. */
export function faultErrors(
	faults: GoalFaults,
	text: Text,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(faults).map(([field, fault]) => [
			field,
			text.plain(`goals:fault.${fault}`, {
				count: mostSteps,
				most: goalLengths.step,
			}),
		]),
	);
}

/** Letting go asks for a line of why, which may stay empty. */
export function letGoModal(goal: Goal, text: Text, page: GoalPage): Modal {
	return modal({
		id: "goals:confirmLetGo",
		title: text.plain("goals:letGo.title"),
		submit: text.plain("goals:letGo.submit"),
		close: text.plain("goals:form.cancel"),
		metadata: { page, goal: goal.goalId },
		blocks: [
			section(text.mrkdwn("goals:letGo.about", { goal: goal.text })),
			textInput({
				name: "why",
				label: text.plain("goals:letGo.why"),
				hint: text.plain("goals:letGo.whyHint"),
				optional: true,
				max: goalLengths.why,
			}),
		],
	});
}
