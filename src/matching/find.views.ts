import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	divider,
	type Message,
	section,
} from "../slack/blocks.ts";
import {
	cut,
	cutMrkdwn,
	escapeText,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Found, FoundPage, Names } from "./find.ts";
import { reasonList } from "./reasons.views.ts";
import { searchValue } from "./search-button.ts";
import type { WaitOffer } from "./waiting.ts";
import { waitOffer } from "./waiting-offer.views.ts";

type SearchPage = FoundPage & { names: Names; wait: WaitOffer };

/** The ranked list: who, what they offer, why this person. */
export function foundMessage(page: SearchPage, text: Text): Message {
	if (page.found.length === 0) return emptyMessage(page, text);
	const query = cut(page.query, 100);
	const title = query
		? text.mrkdwn("matching:find.titleFor", { query })
		: text.mrkdwn("matching:find.title");
	return {
		text: text.mrkdwn("matching:find.text"),
		blocks: [
			section(title),
			...page.found.flatMap((found) => [
				divider(),
				...mentorBlocks(found, page.names, text),
			]),
			...(page.next === null
				? []
				: [
						divider(),
						actions(
							button({
								id: "matching:more",
								value: searchValue({ query, offset: page.next }),
								label: text.plain("matching:find.more"),
							}),
						),
					]),
			...waitOffer(page.wait, { query, isEmpty: false }, text),
			context(text.mrkdwn("matching:find.how")),
		],
	};
}

/** Slack takes 12,000 characters a message; escaped, some grow fivefold. */
const mostOfWho = 1_200;
const mostOfWhy = 900;

/** One mentor: who, what they offer, why, and the way to ask. */
export function mentorBlocks(
	found: Found,
	names: Names,
	text: Text,
): KnownBlock[] {
	const who = text.mrkdwn("matching:find.who", {
		person: mention(found.slackUserId),
		title: cut(found.title, 100),
	});
	const lines: Mrkdwn[] = [
		who,
		...(found.offer ? [escapeText(found.offer)] : []),
		...(found.topics.length > 0
			? [
					text.mrkdwn("matching:find.offers", {
						topics: text.list(found.topics.slice(0, 5)),
					}),
				]
			: []),
	];
	const reasons = reasonList(found.reasons, "reason", names, text);
	const why = reasons.map((reason) =>
		text.mrkdwn("matching:find.reason", { reason: cut(reason, 200) }),
	);
	return [
		section(
			cutMrkdwn(joinMrkdwn(lines, "\n"), mostOfWho),
			button({
				id: "matching:ask",
				value: found.personId,
				label: text.plain("matching:find.ask", { name: cut(found.name, 60) }),
			}),
		),
		context(
			cutMrkdwn(
				joinMrkdwn([...why, ...kindLines(found, text)], "\n"),
				mostOfWhy,
			),
		),
	];
}

/** What they have room for; peers give no seats away. */
function kindLines({ kinds, freeSeats: count }: Found, text: Text): Mrkdwn[] {
	const mentoring = kinds.filter((kind) => kind !== "peer");
	const names = mentoring.map((kind) => text.plain(`matching:kind.${kind}`));
	return [
		...(names.length > 0
			? [text.mrkdwn("matching:find.seats", { count, kinds: text.list(names) })]
			: []),
		...(kinds.includes("peer") ? [text.mrkdwn("matching:find.peer")] : []),
	];
}

/** An empty list says why, and what would change it. */
function emptyMessage(page: SearchPage, text: Text): Message {
	const { query, empty } = page;
	const title = query
		? text.mrkdwn("matching:empty.titleFor", { query: cut(query, 100) })
		: text.mrkdwn("matching:empty.title");
	const lines = empty.map(({ because, people, change }) =>
		joinMrkdwn(
			[
				text.mrkdwn(`matching:because.${because}`, { count: people }),
				text.mrkdwn(`matching:change.${change}`),
			],
			" ",
		),
	);
	return {
		text: title,
		blocks: [
			section(title),
			...lines.map((line) => section(line)),
			...waitOffer(page.wait, { query, isEmpty: true }, text),
		],
	};
}

/** The way to a mentor from Home. */
export function startSection(text: Text): KnownBlock[] {
	return [
		section(
			text.mrkdwn("matching:start.body"),
			button({
				id: "matching:find",
				label: text.plain("matching:start.find"),
				style: "primary",
			}),
		),
	];
}
