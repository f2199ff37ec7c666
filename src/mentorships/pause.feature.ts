import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Message } from "../slack/blocks.ts";
import {
	action,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { canMove } from "./mentorship-moves.ts";
import { readMentorship } from "./mentorships.service.ts";
import { readPage } from "./page.service.ts";
import type { PagePart } from "./page.ts";
import type { MentorshipPage } from "./page.views.ts";
import { pause, resume } from "./pause.service.ts";
import { pauseEnd, pauseForm } from "./pause.ts";
import {
	pausedNotice,
	pauseModal,
	resumedNotice,
	waitsNotice,
} from "./pause-form.views.ts";
import {
	longPauseMessage,
	pausedMessage,
	resumedMessage,
} from "./pause-news.views.ts";
import { beforeMessage } from "./since.views.ts";
import { awaited, toMember } from "./to-member.service.ts";

const mentorshipButton = z.object({ value: z.uuid() });

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};
const ofButton: Policy<{ value: string }> & { who: "related" } = {
	...ofMember,
	id: ({ value }) => value,
};

/** In the modal it was asked from, or in one of its own. */
const show = ({ text }: Visit, message: Message): Reply => ({
	do: "update",
	view: noticeModal(message, text),
});

const gone = (visit: Visit): Reply =>
	show(visit, sentence(visit.text, "mentorships:wrong.gone"));

const read = (deps: Deps, { workspaceId }: Visit, mentorshipId: string) =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		readMentorship(trx, mentorshipId),
	);

const before = (visit: Visit, mentorship: Mentorship): Reply =>
	show(visit, beforeMessage(mentorship, visit.actor, visit.text));

/** Says how the pause stands: one's own, or somebody else's. */
const paused = (
	visit: Visit,
	mentorship: Mentorship,
	standing: MentorshipPage | null = null,
): Reply => {
	const { actor, text, now } = visit;
	return show(
		visit,
		mentorship.pausedBy === actor.personId
			? pausedNotice(mentorship, standing, actor, text)
			: waitsNotice(mentorship, { ...actor, now }, text),
	);
};

/**
 * A pause by any member, and the way back for whoever needed it. `standing`
 * says what is not over by a pause, such as a date, and offers to end it.
 */
export const pauseFeature = (standing: PagePart[]): Feature => ({
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:pause",
			policy: ofButton,
			input: mentorshipButton,
			async handle(deps, visit, { value }) {
				const { actor, text, now } = visit;
				const mentorship = await read(deps, visit, value);
				if (!mentorship) return gone(visit);
				return canMove(mentorship.state, "pause")
					? {
							do: "update",
							view: pauseModal(mentorship, { ...actor, now }, text),
						}
					: before(visit, mentorship);
			},
		}),
		view({
			id: "mentorships:confirmPause",
			policy: { ...ofMember, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: pauseForm,
				meta: z.object({ mentorship: z.uuid() }),
			}),
			async handle(deps, visit, { form, meta }) {
				const { actor, text, now } = visit;
				const until = pauseEnd(form, actor.zone, now);
				if (until === "noDate") {
					const why = text.plain("mentorships:pause.noDate");
					return { do: "errors", errors: { until: why } };
				}
				const moved = await pause(deps, visit, meta.mentorship, until);
				if (!moved) return gone(visit);
				if (moved.is === "before") return before(visit, moved.mentorship);
				const page = await readPage(deps, visit, meta.mentorship, standing);
				return paused(visit, moved.mentorship, page);
			},
		}),
		action({
			id: "mentorships:resume",
			policy: ofButton,
			input: mentorshipButton,
			async handle(deps, visit, { value }) {
				const moved = await resume(deps, visit, value);
				if (!moved) return gone(visit);
				const { mentorship } = moved;
				if (moved.is === "before") return before(visit, mentorship);
				return moved.did === "goesOn"
					? show(visit, resumedNotice(mentorship, visit.actor, visit.text))
					: paused(visit, mentorship);
			},
		}),
		action({
			id: "mentorships:wait",
			policy: ofButton,
			input: mentorshipButton,
			async handle(deps, visit, { value }) {
				const mentorship = await read(deps, visit, value);
				if (!mentorship) return gone(visit);
				return mentorship.state === "paused"
					? show(visit, sentence(visit.text, "mentorships:pause.waits"))
					: before(visit, mentorship);
			},
		}),
	],
	messages: {
		"mentorships:paused": toMember(["paused"], ({ mentorship, reader, text }) =>
			pausedMessage(mentorship, reader, text),
		),
		"mentorships:resumed": awaited(
			["exploring", "agreeing", "active"],
			({ mentorship, reader, text }) =>
				resumedMessage(mentorship, reader, text),
		),
		"mentorships:ask-paused": toMember(
			["paused"],
			({ mentorship, reader, text }) =>
				longPauseMessage(mentorship, reader, text),
		),
	},
});
