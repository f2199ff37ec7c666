import type { Button } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { names } from "../mentorships/mentorships.views.ts";
import { namesOf } from "../mentorships/names.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	button,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { personInput } from "../slack/inputs.ts";
import { type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import type { Reader as DateReader } from "../time/dates.ts";
import type { Decided } from "./invite-peer.service.ts";
import { dayFor, type InvitationPage } from "./peer-messages.views.ts";

type Reader = DateReader & { personId: string };

/** On the page of a peer mentorship. */
export function inviteButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return button({
		id: "matching:invitePeer",
		value: mentorship.mentorshipId,
		label: text.plain("matching:peers.invite"),
		spoken: text.plain("matching:peers.inviteSpoken", {
			names: namesOf(mentorship, reader, text),
		}),
	});
}

/** Whom to invite, and what happens then. */
export function inviteModal(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Modal {
	const others = othersNamed(mentorship, reader, text);
	return modal({
		id: "matching:proposePeer",
		title: text.plain("matching:peers.title"),
		submit: text.plain("matching:peers.propose"),
		close: text.plain("matching:ask.cancel"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(text.mrkdwn("matching:peers.intro", { names: others })),
			personInput({
				name: "person",
				label: text.plain("matching:peers.person"),
			}),
			context(text.mrkdwn("matching:peers.seen")),
		],
	});
}

/** What a tap did, or what has happened since. */
export function decidedMessage(
	{ did, invitation, mentorship }: Decided,
	reader: Reader,
	text: Text,
): Message {
	const { state, invited } = invitation;
	const isInvited = invited.personId === reader.personId;
	const { name } = invited;
	const date = dayFor(invitation.closesAt, reader);
	if (did !== "before")
		return sentence(text, `matching:peers.did.${did}`, {
			name,
			names: namesOf(mentorship, reader, text),
		});
	return isInvited
		? sentence(text, `matching:peers.sinceInvited.${state}`, { date })
		: sentence(text, `matching:peers.since.${state}`, { name, date });
}

/**
 * On its page: whom they are deciding about, and whose move it is. Among three
 * or more nobody is named: who has not agreed yet may not want to.
 */
export function openInvitationLine(
	{ invitation, mentorship }: InvitationPage,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { state, invited, agreed, closesAt } = invitation;
	const others = othersOf(mentorship, reader.personId);
	const isMine = !agreed.includes(reader.personId);
	const isOne = others.length === 1;
	const whose =
		state === "asked" ? "asked" : isMine ? "mine" : isOne ? "other" : "others";
	return text.mrkdwn(`matching:peers.open.${whose}`, {
		person: mention(invited.slackUserId),
		names: names(others),
		date: dayFor(closesAt, reader),
	});
}
