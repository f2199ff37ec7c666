import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { beforeMessage } from "../mentorships/since.views.ts";
import type { Message } from "../slack/blocks.ts";
import {
	action,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import {
	type Answered,
	answer,
	type OnMet,
	type OnTakenBack,
	sayMet,
} from "./answer.service.ts";
import { cancel } from "./cancel.service.ts";
import {
	aheadMessage,
	cancelDoneMessage,
	saidMessage,
	type WrapUpButtons,
} from "./done.views.ts";
import { canPlan, type MeetingAnswer } from "./meeting.ts";
import { readToSay, sendFile } from "./meetings.service.ts";
import { toSayBlocks } from "./messages.views.ts";
import { showPlan } from "./plan.feature.ts";
import { readPlanningFor } from "./planning.service.ts";

const ofMeeting: Policy<{ value: string }> & { who: "related" } = {
	who: "related",
	to: "meeting",
	as: ["mentor", "mentee", "peer"],
	id: ({ value }) => value,
};
const ofMentorship = { ...ofMeeting, to: "mentorship" as const };
const tap = z.object({ value: z.uuid() });

const show = (message: Message, { text }: Visit): Reply => ({
	do: "update",
	view: noticeModal(message, text),
});

const say = (key: Parameters<typeof sentence>[1], visit: Visit): Reply =>
	show(sentence(visit.text, key), visit);

async function answered(
	deps: Deps,
	visit: Visit,
	outcome: Answered | null,
	{ says, wrapUp }: { says: MeetingAnswer; wrapUp: WrapUpButtons[] },
): Promise<Reply> {
	const { actor, text } = visit;
	if (!outcome) return say("meetings:said.gone", visit);
	const { mentorship } = outcome;
	if (outcome.is === "before")
		return show(beforeMessage(mentorship, actor, text), visit);
	if (outcome.is === "ahead")
		return show(aheadMessage(outcome, actor, text), visit);
	if (says !== "moved")
		return show(saidMessage(outcome, says, wrapUp, text), visit);
	const { mentorshipId } = mentorship;
	const planning = await readPlanningFor(deps, visit, mentorshipId);
	return planning && canPlan(planning.mentorship)
		? showPlan(planning, visit, { notice: { is: "wasMoved" } })
		: say("meetings:said.not", visit);
}

async function cancelIt(
	deps: Deps,
	visit: Visit,
	meetingId: string,
): Promise<Reply> {
	const cancelled = await cancel(deps, visit, meetingId);
	if (!cancelled) return say("meetings:said.gone", visit);
	if (cancelled.is === "done")
		return show(cancelDoneMessage(cancelled, visit.actor, visit.text), visit);
	const isOff = cancelled.meeting.state === "cancelled";
	return say(isOff ? "meetings:said.cancelled" : "meetings:said.passed", visit);
}

/**
 * What becomes of a planned meeting: said in one tap, called off, or put into a
 * calendar. `onMet` is what others do when it is known that they met,
 * `onTakenBack` when that is taken back, and `wrapUp` what one can do then.
 */
export function meetingsFeature(
	onMet: OnMet[],
	onTakenBack: OnTakenBack[],
	wrapUp: WrapUpButtons[],
): Feature {
	const answerEntry = (id: string, says: MeetingAnswer) =>
		action({
			id: `meetings:${id}`,
			policy: ofMeeting,
			input: tap,
			async handle(deps, visit, { value: meetingId }) {
				const told = { meetingId, says };
				const outcome = await answer(deps, visit, told, onMet, onTakenBack);
				return answered(deps, visit, outcome, { says, wrapUp });
			},
		});
	const metEntry = (id: string, inWriting: boolean) =>
		action({
			id: `meetings:${id}`,
			policy: ofMentorship,
			input: tap,
			async handle(deps, visit, { value: mentorshipId }) {
				const told = { mentorshipId, inWriting };
				const outcome = await sayMet(deps, visit, told, onMet);
				return answered(deps, visit, outcome, { says: "met", wrapUp });
			},
		});
	return {
		name: "meetings",
		entries: [
			metEntry("met", false),
			metEntry("wrote", true),
			answerEntry("wasMet", "met"),
			answerEntry("wasMoved", "moved"),
			answerEntry("wasNot", "not"),
			action({
				id: "meetings:cancel",
				policy: ofMeeting,
				input: tap,
				handle: (deps, visit, { value }) => cancelIt(deps, visit, value),
			}),
			action({
				id: "meetings:file",
				policy: ofMeeting,
				input: tap,
				async handle(deps, visit, { value }) {
					const isSent = await sendFile(deps, visit, value);
					return say(
						isSent ? "meetings:said.file" : "meetings:said.noFile",
						visit,
					);
				},
			}),
		],
		home: [
			async (deps, visit) => {
				const { workspaceId, actor, text } = visit;
				const toSay = await withWorkspace(deps.db, workspaceId, (trx) =>
					readToSay(trx, visit),
				);
				if (toSay.length === 0) return null;
				return {
					title: text.plain("meetings:home.title"),
					blocks: toSayBlocks(toSay, actor, text),
				};
			},
		],
	};
}
