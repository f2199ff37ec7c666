import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { hasJoined } from "../enrollment/enrollment.service.ts";
import { roomIn } from "../mentorships/kinds.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import {
	readMentorshipsOf,
	readPromptable,
} from "../mentorships/mentorships.service.ts";
import type { PagePart } from "../mentorships/page.ts";
import { readParticipation } from "../programs/participation.service.ts";
import type { Message } from "../slack/blocks.ts";
import type {
	Feature,
	MessageContext,
	MessageKind,
	Visit,
} from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { inviteButton, openInvitationLine } from "./invite-peer.views.ts";
import {
	invitationKind,
	invitationSchedule,
} from "./peer-invitation.service.ts";
import type { PeerInvitation, PeerInvitationState } from "./peer-invitation.ts";
import {
	findInvitation,
	findOpenInvitation,
	listInvitationsTo,
} from "./peer-invitations.queries.ts";
import {
	cannotMessage,
	type InvitationPage,
	peerInvitationMessage,
	proposalMessage,
	staysMessage,
	waitingBlocks,
} from "./peer-messages.views.ts";

type Told = {
	page: InvitationPage;
	reader: PersonRow;
	context: MessageContext;
};

/** What someone is told of an invitation while it stands like that. */
function toOne(
	states: readonly PeerInvitationState[],
	write: (told: Told) => Message | null | Promise<Message | null>,
	ifUnknown: MessageKind["ifUnknown"] = "resend",
): MessageKind {
	return {
		ifUnknown,
		async render(context) {
			const { trx, subjectId, personId } = context;
			const page = await readPage(trx, await findInvitation(trx, subjectId));
			const reader = personId ? await readPerson(trx, personId) : undefined;
			return page && reader && states.includes(page.invitation.state)
				? write({ page, reader, context })
				: null;
		},
	};
}

/** null where nothing may be said about the mentorship. */
async function readPage(
	trx: WorkspaceTrx,
	invitation: PeerInvitation | undefined,
): Promise<InvitationPage | null> {
	if (!invitation) return null;
	const mentorship = await readPromptable(trx, invitation.mentorshipId);
	return mentorship ? { invitation, mentorship } : null;
}

/** What is said of an invitation, and where else it stands. */
export const peerNewsFeature: Feature = {
	name: "matching",
	entries: [],
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			const pages = await readWaiting(deps, visit);
			if (pages.length === 0) return null;
			return {
				title: text.plain("matching:peers.homeTitle"),
				blocks: pages.flatMap((page) => waitingBlocks(page, actor, text)),
			};
		},
	],
	schedules: { [invitationKind]: invitationSchedule },
	messages: {
		"matching:peer-proposal": toOne(
			["proposed"],
			({ page, reader, context }) =>
				page.invitation.agreed.includes(reader.personId) ||
				!memberOf(page.mentorship, reader.personId)
					? null
					: proposalMessage(page, reader, context.text),
		),
		// One message, and never a second.
		"matching:peer-invitation": toOne(
			["asked"],
			async ({ page, reader, context: { trx, text } }) => {
				const { programId } = page.invitation;
				const key = { programId, personId: reader.personId };
				const terms = (await hasJoined(trx, key))
					? null
					: await readParticipation(trx, programId);
				return peerInvitationMessage(page, { reader, terms }, text);
			},
			"drop",
		),
		"matching:peer-stays": toOne(["dropped"], ({ page, context }) =>
			staysMessage(page.invitation, context.text),
		),
		"matching:peer-cannot": toOne(
			["declined", "expired"],
			({ page, context }) => cannotMessage(page.invitation, context.text),
		),
	},
};

/** What waits for one's own word: as a member, or as who is invited. */
function readWaiting(
	deps: Deps,
	{ workspaceId, actor: { personId } }: Visit,
): Promise<InvitationPage[]> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [mine, invited] = await Promise.all([
			readMentorshipsOf(trx, personId),
			listInvitationsTo(trx, personId),
		]);
		const peers = mine.filter((one) => isOpenTo(one, personId));
		const open = await Promise.all(
			peers.map(async (mentorship) => {
				const { mentorshipId } = mentorship;
				const invitation = await findOpenInvitation(trx, mentorshipId);
				return invitation ? [{ invitation, mentorship }] : [];
			}),
		);
		const proposed = open
			.flat()
			.filter(
				({ invitation: { state, agreed } }) =>
					state === "proposed" && !agreed.includes(personId),
			);
		const asked = await Promise.all(invited.map((it) => readPage(trx, it)));
		return [...asked.flatMap((page) => page ?? []), ...proposed];
	});
}

/** Not while paused; that somebody else has stopped it must not be found out. */
function isOpenTo(mentorship: Mentorship, personId: string): boolean {
	const { kind, state } = mentorship;
	const hasStopped = memberOf(mentorship, personId)?.stoppedAt ?? null;
	return kind === "peer" && state !== "paused" && hasStopped === null;
}

/** Among peers: whom they are deciding about, or a way to invite someone. */
export const peersPart: PagePart = async ({ trx, visit, mentorship }) => {
	const { actor, text } = visit;
	if (!isOpenTo(mentorship, actor.personId)) return null;
	const invitation = await findOpenInvitation(trx, mentorship.mentorshipId);
	if (invitation)
		return {
			lines: [openInvitationLine({ invitation, mentorship }, actor, text)],
			buttons: [],
		};
	return {
		lines: [],
		buttons:
			roomIn(mentorship) > 0 ? [inviteButton(mentorship, actor, text)] : [],
	};
};
