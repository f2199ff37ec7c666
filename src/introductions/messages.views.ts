import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import {
	anotherButton,
	menteeButtons,
	mentorButtons,
	withdrawButton,
} from "./buttons.views.ts";
import { type Introduction, mayName } from "./introduction.ts";
import type { WholeIntroduction } from "./introductions.service.ts";
import { dayFor, mentions, names, quoted, topicBlocks } from "./parts.views.ts";

type Page = { whole: WholeIntroduction; reader: Reader };

/** To the mentor: whom could their mentee talk to? */
export function questionMessage({ whole, reader }: Page, text: Text): Message {
	const { introduction } = whole;
	const { mentee, programName, closesAt } = introduction;
	const { name } = mentee;
	const person = mention(mentee.slackUserId);
	const title = text.mrkdwn("introductions:question.title", { person });
	const why = text.mrkdwn("introductions:question.why");
	return {
		text: text.mrkdwn("introductions:question.text", { name }),
		blocks: [
			...topicBlocks(title, whole, { title: why }),
			...programLine(programName, text).map((line) => context(line)),
			actions(...mentorButtons(introduction, text)),
			context(
				text.mrkdwn("introductions:question.move", {
					name,
					date: dayFor(closesAt, reader),
				}),
			),
		],
	};
}

/** To the mentee: their mentor thought of someone unasked. */
export function offerMessage({ whole, reader }: Page, text: Text): Message {
	const { introduction, words } = whole;
	const { programName, closesAt } = introduction;
	const people = mentions(introduction);
	const { mentor, third } = names(introduction);
	const title = text.mrkdwn("introductions:offer.body", {
		mentor: people.mentor,
		third: people.third,
	});
	return {
		text: text.mrkdwn("introductions:offer.text", { mentor, third }),
		blocks: [
			quoted(title, words.topic),
			...programLine(programName, text).map((line) => context(line)),
			actions(...menteeButtons(introduction, text)),
			context(
				text.mrkdwn("introductions:offer.move", {
					mentor,
					date: dayFor(closesAt, reader),
				}),
			),
		],
	};
}

/** To the mentee: someone is asked, and can be left in peace again. */
export function namedMessage({ whole, reader }: Page, text: Text): Message {
	const { introduction } = whole;
	const { mentor, third } = mentions(introduction);
	return {
		text: text.mrkdwn("introductions:named.text", {
			mentor: names(introduction).mentor,
		}),
		blocks: [
			section(
				text.mrkdwn("introductions:named.body", {
					mentor,
					third,
					date: dayFor(introduction.closesAt, reader),
				}),
			),
			actions(withdrawButton(introduction, text)),
		],
	};
}

/** To the mentor: the mentee would like what they offered. */
export function takenUpMessage({ whole, reader }: Page, text: Text): Message {
	const { introduction } = whole;
	const { mentee, third } = names(introduction);
	const words = text.mrkdwn("introductions:takenUp.text", {
		mentee,
		third,
		date: dayFor(introduction.closesAt, reader),
	});
	return { text: words, blocks: [section(words)] };
}

/** To the mentor: said or not, it reads the same. */
export function notTakenUpMessage(it: Introduction, text: Text): Message {
	const { mentee, third } = names(it);
	const words = text.mrkdwn("introductions:notTakenUp.text", { mentee, third });
	return { text: words, blocks: [section(words)] };
}

/** To the mentee: said or not, it reads the same. */
export function nobodyMessage(it: Introduction, text: Text): Message {
	const { mentor } = names(it);
	const words = text.mrkdwn("introductions:nobody.text", { mentor });
	return {
		text: words,
		blocks: [section(words), context(text.mrkdwn("introductions:nobody.next"))],
	};
}

/** To both: said or not, it reads the same. */
export function cannotMessage(
	it: Introduction,
	as: "mentee" | "mentor",
	text: Text,
): Message {
	const { mentee, mentor, third } = names(it);
	const words = text.mrkdwn("introductions:cannot.text", { third });
	const isNext = as === "mentor" && mayName(it);
	return {
		text: words,
		blocks: [
			section(words),
			...(isNext ? [actions(anotherButton(it, text))] : []),
			context(text.mrkdwn(`introductions:cannot.${as}`, { mentee, mentor })),
		],
	};
}

/** To the mentor: the two are in touch. */
export function introducedMessage(it: Introduction, text: Text): Message {
	const people = mentions(it);
	const { mentee, third } = names(it);
	return {
		text: text.mrkdwn("introductions:introduced.text", { mentee, third }),
		blocks: [
			section(
				text.mrkdwn("introductions:introduced.body", {
					mentee: people.mentee,
					third: people.third,
				}),
			),
		],
	};
}
