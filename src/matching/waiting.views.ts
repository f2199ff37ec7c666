import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import {
	cut,
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { mentorBlocks } from "./find.views.ts";
import type { WaitingState } from "./waiting.queries.ts";
import type { Waited } from "./waiting.service.ts";
import type { SuggestionPage, Wait, Waits } from "./waiting-home.ts";
import type { SuggestionRow } from "./waiting-suggestions.queries.ts";

/** What came of beginning to wait. */
export function waitedMessage(waited: Waited, text: Text): Message {
	const words = waitedWords(waited, text);
	return { text: words, blocks: [section(words)] };
}

/** The same to someone who joined on the way to it. */
export function joinedAndWaitedMessage(waited: Waited, text: Text): Message {
	const joined = text.mrkdwn("enrollment:joined.title");
	return {
		text: joined,
		blocks: [
			section(joined),
			section(waitedWords(waited, text)),
			context(text.mrkdwn("enrollment:joined.profile")),
		],
	};
}

function waitedWords({ outcome, query }: Waited, text: Text): Mrkdwn {
	if (outcome === "most") return text.mrkdwn("matching:wait.most");
	return query
		? text.mrkdwn(`matching:wait.${outcome}For`, { query: cut(query, 100) })
		: text.mrkdwn(`matching:wait.${outcome}Any`);
}

/** To whoever has waited longest: this seat, and why this mentor. */
export function suggestionMessage(
	{ suggestion, query, found, names }: SuggestionPage,
	reader: Reader,
	text: Text,
): Message {
	const { mentorName: name, mentorSlackId } = suggestion;
	const person = mention(mentorSlackId);
	const title = query
		? text.mrkdwn("matching:suggestion.titleFor", {
				person,
				query: cut(query, 100),
			})
		: text.mrkdwn("matching:suggestion.title", { person });
	return {
		text: text.mrkdwn("matching:suggestion.text", { name }),
		blocks: [
			section(title),
			...mentorBlocks(found, names, text),
			actions(
				passButton(suggestion, text),
				stopButton(suggestion.waitingId, query, text),
			),
			context(
				text.mrkdwn("matching:suggestion.reserved", {
					name,
					date: dateToken(
						slackDate(suggestion.reservedUntil, "moment", reader),
					),
				}),
			),
		],
	};
}

/** What needs an answer: a seat someone is told of. */
export function suggestionsSection(
	waiting: Wait[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return waiting.flatMap(({ suggestion }) => {
		if (suggestion?.is !== "open") return [];
		const { mentorSlackId, mentorId, mentorName: name } = suggestion;
		return [
			section(
				text.mrkdwn("matching:suggestion.home", {
					person: mention(mentorSlackId),
					date: dateToken(
						slackDate(suggestion.reservedUntil, "moment", reader),
					),
				}),
			),
			actions(
				button({
					id: "matching:ask",
					value: mentorId,
					label: text.plain("matching:find.ask", { name: cut(name, 60) }),
					style: "primary",
				}),
				passButton(suggestion, text),
			),
		];
	});
}

/** What someone waits for, since when, and whose move it is. */
export function waitingSection(
	{ waiting, matched }: Waits,
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return [
		...waiting.map((wait) =>
			section(
				waitLine(wait, reader, text),
				stopButton(wait.waitingId, wait.query, text),
			),
		),
		...matched.map(({ query, mentorSlackId }) => {
			const person = mention(mentorSlackId);
			return section(
				query
					? text.mrkdwn("matching:wait.matchedFor", {
							person,
							query: cut(query, 100),
						})
					: text.mrkdwn("matching:wait.matchedAny", { person }),
			);
		}),
	];
}

function waitLine(
	{ query, since, held, suggestion }: Wait,
	reader: Reader,
	text: Text,
) {
	const date = dateToken(slackDate(since, "day", reader));
	const line = query
		? text.mrkdwn("matching:wait.lineFor", { query: cut(query, 100), date })
		: text.mrkdwn("matching:wait.lineAny", { date });
	const next = suggestion
		? text.mrkdwn(`matching:wait.next.${suggestion.is}`, {
				person: mention(suggestion.mentorSlackId),
			})
		: text.mrkdwn(
				held ? "matching:wait.next.held" : "matching:wait.next.quiet",
			);
	return joinMrkdwn([line, next], "\n");
}

/** What giving up a place did, or that it was over already. */
export function stoppedMessage(
	{ before, query }: { before: WaitingState; query: string },
	text: Text,
): Message {
	if (before !== "waiting") return sentence(text, "matching:stopped.before");
	return query
		? sentence(text, "matching:stopped.nowFor", { query: cut(query, 100) })
		: sentence(text, "matching:stopped.nowAny");
}

/** What a tap on "not for me" did, or what has happened since. */
export function passedMessage(
	{ passed, suggestion }: { passed: boolean; suggestion: SuggestionRow },
	text: Text,
): Message {
	const { state, mentorName: name } = suggestion;
	if (passed) return sentence(text, "matching:passed.now", { name });
	if (suggestion.isAsked)
		return sentence(text, "matching:passed.asked", { name });
	if (suggestion.waitingState !== "waiting")
		return sentence(text, "matching:passed.ended");
	return state === "passed"
		? sentence(text, "matching:passed.before", { name })
		: sentence(text, "matching:passed.over", { name });
}

function passButton(
	{ suggestionId, mentorName: name }: SuggestionRow,
	text: Text,
) {
	return button({
		id: "matching:pass",
		value: suggestionId,
		label: text.plain("matching:suggestion.pass"),
		spoken: text.plain("matching:suggestion.passSpoken", { name }),
	});
}

function stopButton(waitingId: string, query: string, text: Text) {
	return button({
		id: "matching:stopWaiting",
		value: waitingId,
		label: text.plain("matching:wait.stop"),
		...(query && {
			spoken: text.plain("matching:wait.stopSpoken", { query: cut(query, 40) }),
		}),
		confirm: {
			title: text.plain("matching:stopWaiting.title"),
			text: text.plain("matching:stopWaiting.confirm"),
			yes: text.plain("matching:stopWaiting.yes"),
			no: text.plain("matching:stopWaiting.no"),
		},
	});
}
