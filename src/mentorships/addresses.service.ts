import type { WorkspaceTrx } from "../db/database.ts";
import type { Address, Addresses } from "../delivery/letter.ts";
import type { Destination } from "../delivery/owe.ts";
import {
	readDmAddress,
	readInstallation,
	saveDmChannel,
} from "../workspaces/people.service.ts";
import {
	findGroupChannel,
	findMentorship,
	updateGroupChannel,
} from "./mentorships.queries.ts";

/** Where deliveries go: a person's DM, or the group DM of a mentorship. */
export const addresses: Addresses = {
	async find(trx, to) {
		const installation = await readInstallation(trx);
		if (!installation) return "uninstalled";
		const place = await placeOf(trx, to);
		return typeof place === "object" && place
			? { ...place, sealedToken: installation.bot_token }
			: place;
	},
	async remember(trx, { personId, mentorshipId }, channel) {
		if (personId) await saveDmChannel(trx, personId, channel);
		if (mentorshipId) await updateGroupChannel(trx, mentorshipId, channel);
	},
};

async function placeOf(
	trx: WorkspaceTrx,
	{ personId, mentorshipId }: Destination,
): Promise<Omit<Address, "sealedToken"> | "unreachable" | null> {
	if (personId) {
		const dm = await readDmAddress(trx, personId);
		return dm
			? {
					channel: dm.dm_channel,
					slackUserIds: [dm.slack_user_id],
					locale: dm.locale,
				}
			: "unreachable";
	}
	if (!mentorshipId) return null;
	const mentorship = await findMentorship(trx, mentorshipId);
	return mentorship
		? {
				channel: await findGroupChannel(trx, mentorshipId),
				slackUserIds: mentorship.members.map((member) => member.slackUserId),
				// People of several languages may share it: English, the program's.
				locale: "en-US",
			}
		: null;
}
