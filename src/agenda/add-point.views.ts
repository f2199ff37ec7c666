import type { Mentorship } from "../mentorships/mentorship.ts";
import { othersOf } from "../mentorships/mentorship.ts";
import { type Modal, modal } from "../slack/blocks.ts";
import { selectInput, textInput } from "../slack/inputs.ts";
import type { Text } from "../slack/text.ts";
import { itemLength } from "./agenda.ts";

/** A message somebody puts on an agenda, in words they can still change. */
export function addPointModal(
	mentorships: Mentorship[],
	words: string,
	reader: { personId: string },
	text: Text,
): Modal {
	const outside = text.plain("mentorships:since.outside");
	const choices = mentorships.slice(0, 100).map((mentorship) => ({
		value: mentorship.mentorshipId,
		label:
			text.list(
				othersOf(mentorship, reader.personId).map(({ name }) => name),
			) || outside,
	}));
	return modal({
		id: "agenda:addPoint",
		title: text.plain("agenda:add.title"),
		submit: text.plain("agenda:add.save"),
		close: text.plain("agenda:add.cancel"),
		blocks: [
			selectInput({
				name: "mentorship",
				label: text.plain("agenda:add.to"),
				choices,
				initial: choices.length === 1 ? (choices[0]?.value ?? null) : null,
			}),
			textInput({
				name: "text",
				label: text.plain("agenda:add.text"),
				hint: text.plain("agenda:add.textSeen"),
				initial: words,
				max: itemLength,
				lines: true,
			}),
		],
	});
}
