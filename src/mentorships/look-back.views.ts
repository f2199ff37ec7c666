import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { checkboxInput, textInput } from "../slack/inputs.ts";
import { escapeText, joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import { helps, type PastGoal, thankedBy } from "./closing.ts";
import type { LookBackPage } from "./look-back.service.ts";
import { type LookBackForm, lookBackLengths } from "./look-back.ts";
import type { Mentorship } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { othersNamed } from "./since.views.ts";

type Member = Reader & { personId: string };

/** Looking back, in private; who reads what is said beside each field. */
export function lookBackModal(
	{ mentorship, goals, lookBack, cohort }: LookBackPage,
	reader: Member,
	text: Text,
): Modal {
	const initial = lookBack?.draft ?? lookBack?.saved ?? null;
	return modal({
		id: "mentorships:saveLookBack",
		title: text.plain("mentorships:closing.lookBack.title"),
		submit: text.plain("mentorships:closing.lookBack.submit"),
		close: text.plain("mentorships:closing.lookBack.later"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(
				text.mrkdwn("mentorships:closing.lookBack.intro", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			context(mentorshipName(mentorship, reader, text)),
			...(lookBack?.draft
				? [context(text.mrkdwn("mentorships:closing.lookBack.draft"))]
				: []),
			...goalBlocks(goals, text),
			checkboxInput({
				name: "helped",
				label: text.plain("mentorships:closing.lookBack.helped"),
				hint: text.plain("mentorships:closing.lookBack.helpedHint"),
				optional: true,
				// One tap keeps all that was typed before it.
				action: "mentorships:keepLookBack",
				dispatch: true,
				initial: initial?.helped ?? [],
				choices: helps.map((help) => ({
					value: help,
					label: text.plain(`mentorships:closing.helps.${help}`),
				})),
			}),
			...ownFields.map((name) => wordsInput(name, initial, text)),
			thanksInput(mentorship, reader, initial, text),
			...(cohort ? [quoteInput(cohort, initial, text)] : []),
			actions(
				button({
					id: "mentorships:keepLookBack",
					label: text.plain("mentorships:closing.lookBack.keep"),
				}),
			),
		],
	});
}

const ownFields = ["helpedWords", "learned", "ownWords"] as const;

function wordsInput(
	name: (typeof ownFields)[number],
	initial: LookBackForm | null,
	text: Text,
) {
	const isLine = name === "helpedWords";
	return textInput({
		name,
		label: text.plain(`mentorships:closing.lookBack.${name}`),
		hint: text.plain("mentorships:closing.lookBack.story"),
		optional: true,
		lines: !isLine,
		max: lookBackLengths[name],
		initial: initial?.[name] ?? null,
	});
}

function thanksInput(
	mentorship: Mentorship,
	{ personId }: Member,
	initial: LookBackForm | null,
	text: Text,
) {
	const names = text.list(
		thankedBy(mentorship, personId).map(({ name }) => name),
	);
	return textInput({
		name: "thanks",
		label: names
			? text.plain("mentorships:closing.lookBack.thanks", { names })
			: text.plain("mentorships:closing.lookBack.thanksOutside"),
		hint: names
			? text.plain("mentorships:closing.lookBack.thanksHint", { names })
			: text.plain("mentorships:closing.lookBack.thanksOutsideHint"),
		optional: true,
		lines: true,
		max: lookBackLengths.thanks,
		initial: initial?.thanks ?? null,
	});
}

/** To write here is to agree; who reads it is said beside it. */
const quoteInput = (cohort: string, initial: LookBackForm | null, text: Text) =>
	textInput({
		name: "quote",
		label: text.plain("mentorships:closing.lookBack.quote"),
		hint: text.plain("mentorships:closing.lookBack.quoteHint", { cohort }),
		optional: true,
		max: lookBackLengths.quote,
		initial: initial?.quote ?? null,
	});

const states = ["reached", "open", "let_go"] as const;

function goalBlocks(goals: PastGoal[], text: Text): KnownBlock[] {
	if (goals.length === 0)
		return [section(text.mrkdwn("mentorships:closing.goals.none"))];
	return states.flatMap((state) => {
		const those = goals.filter((goal) => goal.state === state);
		if (those.length === 0) return [];
		const title = text.mrkdwn(`mentorships:closing.goals.${state}`);
		const lines = those.map((goal) => escapeText(`• ${goal.text}`));
		return [section(joinMrkdwn([title, ...lines], "\n"))];
	});
}
