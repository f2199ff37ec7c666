import type { KnownBlock } from "@slack/types";
import { noContactButton } from "../enrollment/contact.views.ts";
import { participationLines } from "../enrollment/participation.views.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { mentorshipName } from "../mentorships/mentorship-name.views.ts";
import { names } from "../mentorships/mentorships.views.ts";
import { namesOf } from "../mentorships/names.views.ts";
import type { Terms } from "../programs/participation.ts";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { dateToken, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { type Reader as DateReader, slackDate } from "../time/dates.ts";
import type { PeerInvitation } from "./peer-invitation.ts";

type Reader = DateReader & { personId: string };

/** With the mentorship it is for, as one of its members or who is invited. */
export type InvitationPage = {
	invitation: PeerInvitation;
	mentorship: Mentorship;
};

/** To a member: would they like to have somebody more? */
export function proposalMessage(
	page: InvitationPage,
	reader: Reader,
	text: Text,
): Message {
	const { proposer, invited } = page.invitation;
	return {
		text: text.mrkdwn("matching:peers.proposal.text", { name: proposer.name }),
		blocks: [
			section(
				text.mrkdwn("matching:peers.proposal.title", {
					proposer: mention(proposer.slackUserId),
					person: mention(invited.slackUserId),
				}),
			),
			context(mentorshipName(page.mentorship, reader, text)),
			...proposalBlocks(page, reader, text),
		],
	};
}

function proposalBlocks(
	{ invitation }: InvitationPage,
	reader: Reader,
	text: Text,
): KnownBlock[] {
	const { invitationId: value, invited, closesAt } = invitation;
	const { name } = invited;
	return [
		actions(
			button({
				id: "matching:agreePeer",
				value,
				style: "primary",
				label: text.plain("matching:peers.proposal.agree", { name }),
			}),
			button({
				id: "matching:dropPeer",
				value,
				label: text.plain("matching:peers.proposal.drop"),
				spoken: text.plain("matching:peers.proposal.dropSpoken", { name }),
			}),
		),
		context(
			text.mrkdwn("matching:peers.proposal.move", {
				name,
				date: dayFor(closesAt, reader),
			}),
		),
	];
}

/** To whoever all of them would like to have with them. */
export function peerInvitationMessage(
	page: InvitationPage,
	{ reader, terms }: { reader: Reader; terms: Terms | null },
	text: Text,
): Message {
	const { mentorship } = page;
	return {
		text: text.mrkdwn("matching:peers.invitation.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn("matching:peers.invitation.title", {
					names: names(mentorship.members),
				}),
			),
			section(text.mrkdwn("matching:peers.invitation.about")),
			...invitationBlocks(page, reader, text),
			...(terms ? strangerBlocks(terms, text) : []),
		],
	};
}

/** Who has not joined reads what it means, and has the way out of it all. */
function strangerBlocks(terms: Terms, text: Text): KnownBlock[] {
	return [
		section(text.mrkdwn("matching:peers.invitation.joins")),
		context(participationLines(terms, text)),
		actions(noContactButton(text)),
		context(text.mrkdwn("matching:invitation.once")),
	];
}

function invitationBlocks(
	{ invitation, mentorship }: InvitationPage,
	reader: Reader,
	text: Text,
): KnownBlock[] {
	const { invitationId: value, closesAt } = invitation;
	const joined = namesOf(mentorship, reader, text);
	return [
		actions(
			button({
				id: "matching:joinPeers",
				value,
				style: "primary",
				label: text.plain("matching:peers.invitation.join", { names: joined }),
			}),
			button({
				id: "matching:declinePeers",
				value,
				label: text.plain("matching:request.notNow"),
				spoken: text.plain("matching:request.notNowSpoken", {
					name: joined,
				}),
			}),
		),
		context(
			text.mrkdwn("matching:peers.invitation.free", {
				date: dayFor(closesAt, reader),
			}),
		),
	];
}

/** To those who agreed: a no and a silence read alike. */
export const staysMessage = ({ invited }: PeerInvitation, text: Text) =>
	sentence(text, "matching:peers.stays", { name: invited.name });

/** To all members: a no and a silence read alike. */
export const cannotMessage = ({ invited }: PeerInvitation, text: Text) =>
	sentence(text, "matching:peers.cannot", { name: invited.name });

/** Home, for whom it is the move. */
export function waitingBlocks(
	page: InvitationPage,
	reader: Reader,
	text: Text,
): KnownBlock[] {
	const { invitation, mentorship } = page;
	return invitation.state === "asked"
		? [
				section(
					text.mrkdwn("matching:peers.invitation.title", {
						names: names(mentorship.members),
					}),
				),
				...invitationBlocks(page, reader, text),
			]
		: [
				section(
					text.mrkdwn("matching:peers.proposal.title", {
						proposer: mention(invitation.proposer.slackUserId),
						person: mention(invitation.invited.slackUserId),
					}),
				),
				...proposalBlocks(page, reader, text),
			];
}

export function dayFor(at: Date, reader: DateReader): Mrkdwn {
	return dateToken(slackDate(at, "day", reader));
}
