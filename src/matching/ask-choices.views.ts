import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { checkboxInput, lookupInput, textInput } from "../slack/inputs.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { askLengths } from "./ask.ts";
import type { ChoicePerson, ChoicesPage } from "./ask-choices.service.ts";
import { mostChoices, whyField } from "./ask-choices.ts";

/** The mentee's order, changed a tap at a time. */
export function choicesModal(
	page: ChoicesPage,
	text: Text,
	remark?: "unconfirmed" | "notAdded",
): Modal {
	const { mentor, next } = page;
	return modal({
		id: "matching:saveChoices",
		title: text.plain("matching:choices.title"),
		submit: text.plain("matching:choices.submit"),
		close: text.plain("matching:ask.cancel"),
		metadata: { mentor: mentor.personId },
		blocks: [
			...(remark ? [section(text.mrkdwn(`matching:choices.${remark}`))] : []),
			section(
				text.mrkdwn("matching:choices.intro", {
					person: mention(mentor.slackUserId),
				}),
			),
			...next.flatMap((choice, index) => choiceBlocks(choice, index, text)),
			...(next.length < mostChoices
				? [adder(next.length, text)]
				: [context(text.mrkdwn("matching:choices.full"))]),
			...confirmation(page, text),
			context(text.mrkdwn("matching:choices.seen")),
		],
	});
}

function choiceBlocks(
	{ personId, slackUserId, name, why }: ChoicePerson,
	index: number,
	text: Text,
): KnownBlock[] {
	const remove = button({
		id: "matching:removeChoice",
		value: personId,
		label: text.plain("matching:choices.remove"),
		spoken: text.plain("matching:choices.removeSpoken", { name }),
	});
	const up = button({
		id: "matching:moveChoiceUp",
		value: personId,
		label: text.plain("matching:choices.up"),
		spoken: text.plain("matching:choices.upSpoken", { name }),
	});
	return [
		section(
			text.mrkdwn("matching:choices.place", {
				place: index + 2,
				person: mention(slackUserId),
			}),
		),
		actions(...(index > 0 ? [up, remove] : [remove])),
		textInput({
			name: whyField(personId),
			label: text.plain("matching:ask.why", { name }),
			initial: why,
			max: askLengths.why,
			lines: true,
			optional: true,
		}),
	];
}

/** Named anew for each place, so that it is empty again after a choice. */
function adder(place: number, text: Text): KnownBlock {
	return lookupInput({
		name: `add${place}`,
		label: text.plain("matching:choices.add"),
		hint: text.plain("matching:choices.addHint"),
		placeholder: text.plain("matching:choices.addPlaceholder"),
		action: "matching:addChoice",
		dispatch: true,
		optional: true,
	});
}

function confirmation(page: ChoicesPage, text: Text): KnownBlock[] {
	if (!page.managerUnknown || page.next.length === 0) return [];
	return [
		checkboxInput({
			name: "notMyManagers",
			label: text.plain("matching:choices.notMyManagers"),
			initial: page.notMyManagers ? ["yes"] : [],
			choices: [{ value: "yes", label: text.plain("matching:ask.right") }],
		}),
	];
}
