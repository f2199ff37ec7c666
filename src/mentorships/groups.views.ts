import type { Button } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { dayFor } from "./exploring.views.ts";
import type { GroupTap } from "./groups.service.ts";
import { goesOnWithout, groupMentees, roomIn, waitsForMore } from "./kinds.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { names, wrongButton } from "./mentorships.views.ts";
import { namedButton } from "./named-button.views.ts";
import { namesOf } from "./names.views.ts";
import { beforeMessage, othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** Who came and who left with the last change of members. */
export type LastChange = { slackUserId: string; has: "come" | "left" }[];

/** The first line in a group DM: who is in it, and what has changed. */
export function gatheringMessage(
	mentorship: Mentorship,
	change: LastChange,
	text: Text,
): Message {
	const { kind, lineup } = mentorship;
	const isNew = lineup === 0;
	const is = kind === "group" ? "group" : "peers";
	const does = isNew ? "begins" : "moves";
	const words = text.mrkdwn(`mentorships:groups.${is}.${does}`);
	return {
		text: words,
		blocks: [
			section(
				joinMrkdwn([mentorshipName(mentorship, null, text), words], "\n"),
			),
			section(
				joinMrkdwn(
					[
						...rolesLines(mentorship, text),
						...(isNew ? [] : changeLines(change, text)),
						...(isNew ? [] : anewLines(mentorship, change, text)),
					],
					"\n",
				),
			),
			section(nextLine(mentorship, text)),
			context(text.mrkdwn("mentorships:groups.private")),
		],
	};
}

function rolesLines({ members, kind }: Mentorship, text: Text): Mrkdwn[] {
	const of = (role: string) =>
		names(members.filter((member) => member.role === role));
	return kind === "group"
		? [
				text.mrkdwn("mentorships:groups.roles", {
					mentor: of("mentor"),
					mentees: of("mentee"),
				}),
			]
		: [text.mrkdwn("mentorships:groups.peerRoles", { peers: of("peer") })];
}

/** Neutral, and the same whyever somebody left. */
function changeLines(change: LastChange, text: Text): Mrkdwn[] {
	const who = (has: "come" | "left") => change.filter((one) => one.has === has);
	return (["come", "left"] as const).flatMap((has) =>
		who(has).length > 0
			? [text.mrkdwn(`mentorships:groups.${has}`, { names: names(who(has)) })]
			: [],
	);
}

/** With somebody more, exploring has begun anew. */
function anewLines(
	{ state }: Mentorship,
	change: LastChange,
	text: Text,
): Mrkdwn[] {
	const hasCome = change.some(({ has }) => has === "come");
	return state === "exploring" && hasCome
		? [text.mrkdwn("mentorships:groups.anew")]
		: [];
}

function nextLine(mentorship: Mentorship, text: Text): Mrkdwn {
	if (waitsForMore(mentorship))
		return text.mrkdwn("mentorships:groups.waitsAll");
	const { members, kind } = mentorship;
	const mentor = names(members.filter(({ role }) => role === "mentor"));
	return kind === "group"
		? text.mrkdwn("mentorships:groups.next", { mentor })
		: text.mrkdwn("mentorships:groups.nextPeers");
}

/** The last line in the group DM of those who were in it before. */
export function movedOnMessage(mentorship: Mentorship, text: Text): Message {
	const words = text.mrkdwn("mentorships:groups.movedOn");
	return {
		text: words,
		blocks: [section(words), context(mentorshipName(mentorship, null, text))],
	};
}

/** To whoever came in when the others had agreed already. */
export function welcomeMessage(
	mentorship: Mentorship,
	{ reader, agreement }: { reader: Reader; agreement: Button[] },
	text: Text,
): Message {
	const words = text.mrkdwn("mentorships:groups.welcome.text", {
		names: namesOf(mentorship, reader, text),
	});
	return {
		text: words,
		blocks: [
			section(
				text.mrkdwn("mentorships:groups.welcome.title", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			section(text.mrkdwn("mentorships:groups.welcome.lines")),
			actions(...agreement, wrongButton(mentorship, reader, text)),
		],
	};
}

/** On its page and Home: whom it waits for. */
export function waitingLines(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn[] {
	const { kind, exploringUntil, since } = mentorship;
	if (kind !== "group" || !waitsForMore(mentorship)) return [];
	const date = dayFor(exploringUntil ?? since, reader);
	const { least } = groupMentees;
	return [text.mrkdwn("mentorships:groups.waits", { least, date })];
}

/** On its page: how many it still takes. */
export function roomLines(mentorship: Mentorship, text: Text): Mrkdwn[] {
	const { kind, closedAt } = mentorship;
	if (kind !== "group") return [];
	const room = roomIn(mentorship);
	return [
		...(closedAt ? [text.mrkdwn("mentorships:groups.isClosed")] : []),
		...(room > 0
			? [text.mrkdwn("mentorships:groups.room", { count: room })]
			: []),
	];
}

/** Leaving, and for its mentor: taking more, or no more. */
export function groupButtons(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button[] {
	const { mentorshipId: value, kind, closedAt } = mentorship;
	const me = memberOf(mentorship, reader.personId);
	if (!me) return [];
	if (kind === "group" && me.role === "mentor") {
		const does = closedAt ? "openGroup" : "closeGroup";
		const label = text.plain(`mentorships:groups.${does}`);
		return [button({ id: `mentorships:${does}`, value, label })];
	}
	return goesOnWithout(mentorship, me)
		? [leaveButton(mentorship, reader, text)]
		: [];
}

function leaveButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:leaveGroup",
			label: "mentorships:groups.leave.button",
			spoken: "mentorships:groups.leave.spoken",
			confirm: {
				title: text.plain("mentorships:groups.leave.title"),
				text: text.plain("mentorships:groups.leave.confirm"),
				yes: text.plain("mentorships:groups.leave.yes"),
				no: text.plain("mentorships:groups.leave.no"),
			},
		},
		mentorship,
		reader,
		text,
	);
}

/** What a tap did, or what has happened since. */
export function groupTapMessage(
	{ did, mentorship }: GroupTap,
	reader: Reader,
	text: Text,
): Message {
	if (did === "before") return beforeMessage(mentorship, reader, text);
	const words = text.mrkdwn(`mentorships:groups.did.${did}`, {
		names: othersNamed(mentorship, reader, text),
	});
	return { text: words, blocks: [section(words)] };
}
