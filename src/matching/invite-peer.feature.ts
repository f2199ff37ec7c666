import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { roomIn } from "../mentorships/kinds.ts";
import { readMentorship } from "../mentorships/mentorships.service.ts";
import { beforeMessage } from "../mentorships/since.views.ts";
import {
	action,
	type Entry,
	type Feature,
	type Visit,
	view,
} from "../slack/feature.ts";
import { requiredText } from "../slack/fields.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import {
	agree,
	type Decided,
	decline,
	drop,
	join,
	propose,
} from "./invite-peer.service.ts";
import { decidedMessage, inviteModal } from "./invite-peer.views.ts";

const ofPeer = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["peer"],
};

/** A tap on an invitation; what it did stands in the place of its buttons. */
function decideEntry(
	id: string,
	as: "member" | "invited",
	work: (
		deps: Deps,
		visit: Visit,
		invitationId: string,
	) => Promise<Decided | null>,
): Entry {
	return action({
		id: `matching:${id}`,
		policy: {
			who: "related",
			to: "invitation",
			as: [as],
			id: ({ value }: { value: string }) => value,
		},
		input: z.object({ value: z.uuid() }),
		async handle(deps, visit, { value }) {
			const decided = await work(deps, visit, value);
			if (!decided) return { do: "nothing" };
			const message = decidedMessage(decided, visit.actor, visit.text);
			return { do: "replace", message };
		},
	});
}

/** Somebody more for a group of peers: all agree, and then they are asked. */
export const invitePeerFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:invitePeer",
			policy: { ...ofPeer, id: ({ value }) => value },
			input: z.object({ value: z.uuid() }),
			async handle(deps, visit, { value }) {
				const { workspaceId, actor, text } = visit;
				const mentorship = await withWorkspace(deps.db, workspaceId, (trx) =>
					readMentorship(trx, value),
				);
				if (!mentorship) return { do: "nothing" };
				const view =
					roomIn(mentorship) > 0
						? inviteModal(mentorship, actor, text)
						: noticeModal(beforeMessage(mentorship, actor, text), text);
				return { do: "update", view };
			},
		}),
		view({
			id: "matching:proposePeer",
			policy: { ...ofPeer, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: z.object({ person: requiredText(20) }),
				meta: z.object({ mentorship: z.uuid() }),
			}),
			async handle(deps, visit, { form, meta }) {
				const { text } = visit;
				const done = await propose(deps, visit, {
					mentorshipId: meta.mentorship,
					slackUserId: form.person,
				});
				if (done.is === "notAvailable") {
					const { name } = done;
					const fault = text.plain("matching:peers.notAvailable", { name });
					return { do: "errors", errors: { person: fault } };
				}
				const message =
					done.is === "notNow"
						? sentence(text, "matching:peers.notNow")
						: sentence(text, "matching:peers.proposed", {
								names: text.list(done.others),
								name: done.invitation.invited.name,
							});
				return { do: "update", view: noticeModal(message, text) };
			},
		}),
		decideEntry("agreePeer", "member", agree),
		decideEntry("dropPeer", "member", drop),
		decideEntry("joinPeers", "invited", join),
		decideEntry("declinePeers", "invited", decline),
	],
};
