import { z } from "zod";
import type { Deps } from "../deps.ts";
import { pickMentorship } from "../mentorships/pick.service.ts";
import { beforeMessage } from "../mentorships/since.views.ts";
import {
	action,
	command,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { setDoneMessage } from "./done.views.ts";
import { bearersAt } from "./early-late.ts";
import { canPlan } from "./meeting.ts";
import { ownTime, whyNot } from "./own-time.ts";
import { ownTimeModal, sureModal, type Typed } from "./own-time.views.ts";
import { type Picked, type Picking, pick } from "./pick.service.ts";
import { type Notice, planModal } from "./plan.views.ts";
import { readPlanningFor } from "./planning.service.ts";
import { isTaken, offerSlots, type Planning } from "./planning.ts";
import {
	ownForm,
	ownMeta,
	ownTap,
	pageTap,
	pickTap,
	planTap,
	sureMeta,
	writeTap,
} from "./planning-forms.ts";
import { spanOf } from "./slot.ts";

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};
const ofTap: Policy<{ value: string }> & { who: "related" } = {
	...ofMember,
	id: ({ value }) => value,
};
const ofNumbered: Policy<{ value: { mentorshipId: string } }> & {
	who: "related";
} = { ...ofMember, id: ({ value }) => value.mentorshipId };
const ofForm: Policy<{ meta: { mentorship: string } }> & { who: "related" } = {
	...ofMember,
	id: ({ meta }) => meta.mentorship,
};

/** The times to choose from, with what has just happened above them. */
export function showPlan(
	planning: Planning,
	{ actor, text, now }: Visit,
	{ page = 0, notice = null }: { page?: number; notice?: Notice | null } = {},
): Reply {
	const { mentorship } = planning;
	if (!canPlan(mentorship)) {
		const message = beforeMessage(mentorship, actor, text);
		return { do: "update", view: noticeModal(message, text) };
	}
	const offer = offerSlots(planning, { zone: actor.zone, now, page });
	const shown = { planning, page, notice, ...offer };
	return { do: "update", view: planModal(shown, actor, text) };
}

async function openPlan(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	page = 0,
): Promise<Reply> {
	const planning = await readPlanningFor(deps, visit, mentorshipId);
	return planning ? showPlan(planning, visit, { page }) : gone(visit);
}

const gone = ({ text }: Visit): Reply => ({
	do: "update",
	view: noticeModal(sentence(text, "meetings:said.gone"), text),
});

function pickedReply(picked: Picked | null, visit: Visit): Reply {
	if (!picked) return gone(visit);
	const { actor, text } = visit;
	switch (picked.is) {
		case "done": {
			const { planning, meeting } = picked;
			const about = { mentorship: planning.mentorship, meeting };
			const message = setDoneMessage(about, actor, text);
			return { do: "update", view: noticeModal(message, text) };
		}
		case "before": {
			const message = beforeMessage(picked.mentorship, actor, text);
			return { do: "update", view: noticeModal(message, text) };
		}
		case "taken":
			return showPlan(picked.planning, visit, { notice: picked });
		default:
			return showPlan(picked.planning, visit, { notice: { is: picked.is } });
	}
}

async function pickIt(
	deps: Deps,
	visit: Visit,
	picking: Picking,
): Promise<Reply> {
	return pickedReply(await pick(deps, visit, picking), visit);
}

/** Says kindly what speaks against a time; what can be booked is, at once. */
async function setOwn(
	deps: Deps,
	visit: Visit,
	meta: z.infer<typeof ownMeta>,
	typed: Typed,
): Promise<Reply> {
	const { actor, text, now } = visit;
	const at = ownTime(typed.date, typed.time, actor.zone);
	const fault = whyNot(at, now);
	if (fault)
		return {
			do: "errors",
			errors: { date: text.plain(`meetings:own.${fault}`) },
		};
	const { mentorship: mentorshipId, known } = meta;
	const planning = await readPlanningFor(deps, visit, mentorshipId);
	if (!planning) return gone(visit);
	const { mentorship, attendees, lengthMinutes } = planning;
	const bearers = bearersAt(spanOf(at, lengthMinutes), attendees);
	const doubt = { bearers, isTaken: isTaken(planning, at) };
	if (doubt.isTaken || bearers.length > 0) {
		const page = { mentorship, known, typed, at, ...doubt };
		return { do: "update", view: sureModal(page, actor, text) };
	}
	return pickIt(deps, visit, { mentorshipId, at, known, ownTime: true });
}

/** `/mentor meet`: three times that suit all, one of their own, or in writing. */
export const planFeature: Feature = {
	name: "meetings",
	entries: [
		command({
			id: "meet",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "meet", about: "meetings:help" },
			handle: (deps, visit) =>
				pickMentorship(deps, visit, {
					which: canPlan,
					action: "meetings:plan",
					title: "meetings:plan.title",
					none: "meetings:plan.nobody",
					show: ({ mentorshipId }) => openPlan(deps, visit, mentorshipId),
				}),
		}),
		action({
			id: "meetings:plan",
			policy: ofTap,
			input: planTap,
			handle: (deps, visit, { value }) => openPlan(deps, visit, value),
		}),
		...(["more", "first"] as const).map((verb) =>
			action({
				id: `meetings:${verb}`,
				policy: ofNumbered,
				input: pageTap,
				handle: (deps, visit, { value: { mentorshipId, number } }) =>
					openPlan(deps, visit, mentorshipId, Math.min(number, 50)),
			}),
		),
		action({
			id: "meetings:pick",
			policy: ofNumbered,
			input: pickTap,
			handle: (deps, visit, { value, meta: { known } }) => {
				const { mentorshipId, number } = value;
				const at = new Date(number * 60_000);
				return pickIt(deps, visit, { mentorshipId, at, known, ownTime: false });
			},
		}),
		action({
			id: "meetings:write",
			policy: ofTap,
			input: writeTap,
			handle: (deps, visit, { value, meta: { known } }) =>
				pickIt(deps, visit, {
					mentorshipId: value,
					at: null,
					known,
					ownTime: false,
				}),
		}),
		action({
			id: "meetings:own",
			policy: ofTap,
			input: ownTap,
			async handle(deps, visit, { value, meta: { known, ...typed } }) {
				const { actor, text } = visit;
				const planning = await readPlanningFor(deps, visit, value);
				if (!planning) return gone(visit);
				const { mentorship } = planning;
				if (!canPlan(mentorship)) return showPlan(planning, visit);
				const page = { mentorship, known, typed };
				return { do: "update", view: ownTimeModal(page, actor, text) };
			},
		}),
		view({
			id: "meetings:setOwn",
			policy: ofForm,
			input: z.object({ form: ownForm, meta: ownMeta }),
			handle: (deps, visit, { form, meta }) => setOwn(deps, visit, meta, form),
		}),
		view({
			id: "meetings:setSure",
			policy: ofForm,
			input: z.object({ meta: sureMeta }),
			handle: (deps, visit, { meta }) => {
				const { mentorship: mentorshipId, known, date, time } = meta;
				const at = ownTime(date, time, visit.actor.zone);
				return pickIt(deps, visit, { mentorshipId, at, known, ownTime: true });
			},
		}),
	],
};
