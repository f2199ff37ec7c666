import { noContactButton } from "../enrollment/contact.views.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import { thirdButtons } from "./buttons.views.ts";
import type { WholeIntroduction } from "./introductions.service.ts";
import { dayFor, mentions, names, quoted, topicBlocks } from "./parts.views.ts";

type Page = {
	whole: WholeIntroduction;
	reader: Reader;
	/** Has opted in; otherwise there is a way to hear nothing more, ever. */
	hasJoined: boolean;
};

/** The one message to whoever is named: who asks, about what, what a yes means. */
export function invitationMessage(
	{ whole, reader, hasJoined }: Page,
	text: Text,
): Message {
	const { introduction, note } = whole;
	const people = mentions(introduction);
	const { mentee, mentor } = names(introduction);
	const title = text.mrkdwn("introductions:invitation.title", {
		mentee: people.mentee,
		mentor: people.mentor,
	});
	const why = text.mrkdwn("introductions:invitation.why");
	const adds = text.mrkdwn("introductions:invitation.note", { name: mentor });
	const date = dayFor(introduction.closesAt, reader);
	return {
		text: text.mrkdwn("introductions:invitation.text", { mentee, mentor }),
		blocks: [
			...topicBlocks(title, whole, { title: why }),
			...(note ? [quoted(adds, note)] : []),
			section(
				text.mrkdwn("introductions:invitation.means", { mentee, mentor }),
			),
			actions(
				...thirdButtons(introduction, text),
				...(hasJoined ? [] : [noContactButton(text)]),
			),
			context(text.mrkdwn("introductions:invitation.move", { date })),
		],
	};
}

/** The first message in the conversation of the two. */
export function helloMessage(whole: WholeIntroduction, text: Text): Message {
	const { introduction, words } = whole;
	const { mentee, mentor, third } = mentions(introduction);
	const title = text.mrkdwn("introductions:hello.title", {
		mentee,
		mentor,
		third,
	});
	const known = names(introduction);
	return {
		text: text.mrkdwn("introductions:hello.text", {
			mentee: known.mentee,
			third: known.third,
		}),
		blocks: [
			quoted(title, words.topic),
			section(text.mrkdwn("introductions:hello.next", { mentee })),
			context(
				text.mrkdwn("introductions:hello.private", { mentor: known.mentor }),
			),
		],
	};
}
