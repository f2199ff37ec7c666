import type { WorkspaceTrx } from "../db/database.ts";
import type { Address, Addresses } from "../delivery/letter.ts";
import type { Destination } from "../delivery/owe.ts";
import { readProgram } from "../programs/programs.service.ts";
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
	lockMentorship,
} from "./read-mentorships.queries.ts";

/** People of several languages may share a group: English, the program's. */
const sharedLocale = "en-US";

/** Where deliveries go: to a person, a group, or a program's channel. */
export const addresses: Addresses = {
	async find(trx, to) {
		const installation = await readInstallation(trx);
		if (!installation) return "uninstalled";
		const place = await placeOf(trx, to);
		return typeof place === "object" && place
			? { ...place, sealedToken: installation.bot_token }
			: place;
	},
	async remember(trx, to, channel, slackUserIds) {
		const { personId, mentorshipId, conversationId } = to;
		if (personId) await saveDmChannel(trx, personId, channel);
		if (mentorshipId)
			await rememberGroup(trx, mentorshipId, channel, slackUserIds);
		if (conversationId)
			await saveConversationChannel(trx, conversationId, channel);
	},
};

/** Its members may have changed while Slack opened it for those of before. */
async function rememberGroup(
	trx: WorkspaceTrx,
	mentorshipId: string,
	channel: string,
	slackUserIds: string[],
): Promise<void> {
	const mentorship = await lockMentorship(trx, mentorshipId);
	const members = mentorship?.members.map((one) => one.slackUserId) ?? [];
	const areSame = members.toSorted().join() === slackUserIds.toSorted().join();
	if (areSame) await updateGroupChannel(trx, mentorshipId, channel);
}

async function placeOf(
	trx: WorkspaceTrx,
	{ personId, mentorshipId, conversationId, programId }: Destination,
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
	if (programId) {
		const { report } = (await readProgram(trx, programId)).settings;
		// Without a channel there is nowhere to report to any more.
		return report.channel
			? { channel: report.channel, slackUserIds: [], locale: sharedLocale }
			: null;
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
