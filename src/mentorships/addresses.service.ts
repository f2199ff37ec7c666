import type { WorkspaceTrx } from "../db/database.ts";
import type { Address, Addresses } from "../delivery/letter.ts";
import type { Destination } from "../delivery/owe.ts";
import {
	readConversation,
	saveConversationChannel,
} from "../workspaces/conversations.service.ts";
import {
	readDmAddress,
	readInstallation,
	saveDmChannel,
} from "../workspaces/people.service.ts";
import { isStopped } from "./mentorship.ts";
import { updateGroupChannel } from "./mentorships.queries.ts";
import {
	findGroupChannel,
	findMentorship,
} from "./read-mentorships.queries.ts";

/** People of several languages may share a group: English, the program's. */
const sharedLocale = "en-US";

/** Where deliveries go: a person's DM, or a group's, of a mentorship or not. */
export const addresses: Addresses = {
	async find(trx, to) {
		const installation = await readInstallation(trx);
		if (!installation) return "uninstalled";
		const place = await placeOf(trx, to);
		return typeof place === "object" && place
			? { ...place, sealedToken: installation.bot_token }
			: place;
	},
	async remember(trx, { personId, mentorshipId, conversationId }, channel) {
		if (personId) await saveDmChannel(trx, personId, channel);
		if (mentorshipId) await updateGroupChannel(trx, mentorshipId, channel);
		if (conversationId)
			await saveConversationChannel(trx, conversationId, channel);
	},
};

async function placeOf(
	trx: WorkspaceTrx,
	{ personId, mentorshipId, conversationId }: Destination,
): Promise<Omit<Address, "sealedToken"> | "unreachable" | null> {
	if (personId) {
		const dm = await readDmAddress(trx, personId);
		// They want nothing at all: not now, and not when they are back.
		if (dm?.no_contact_at) return null;
		return dm
			? {
					channel: dm.dm_channel,
					slackUserIds: [dm.slack_user_id],
					locale: dm.locale,
				}
			: "unreachable";
	}
	if (conversationId) {
		const conversation = await readConversation(trx, conversationId);
		return conversation && { ...conversation, locale: sharedLocale };
	}
	if (!mentorshipId) return null;
	const mentorship = await findMentorship(trx, mentorshipId);
	// It waits, and is sent if all goes on while it is still timely.
	if (mentorship && isStopped(mentorship)) return "unreachable";
	return mentorship
		? {
				channel: await findGroupChannel(trx, mentorshipId),
				slackUserIds: mentorship.members.map((member) => member.slackUserId),
				locale: sharedLocale,
			}
		: null;
}
