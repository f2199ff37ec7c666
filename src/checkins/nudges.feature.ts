import { agendaPrompt } from "../agenda/before.service.ts";
import type { Deps } from "../deps.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { readPromptable } from "../mentorships/mentorships.service.ts";
import { nudgeKind } from "../mentorships/move.service.ts";
import { othersNamed, sinceThen } from "../mentorships/since.views.ts";
import { section } from "../slack/blocks.ts";
import {
	action,
	type Entry,
	type Feature,
	type MessageKind,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { byMember, hearingChoice, mentorshipTap } from "./checkin-policy.ts";
import { setHearing } from "./hearing.service.ts";
import { nudgeMessage } from "./nudge.views.ts";
import { nudgeSchedule } from "./nudges.job.ts";
import { readDue } from "./nudges.service.ts";
import { snoozeModal } from "./snooze.views.ts";
import { type StepName, stepNames } from "./step.ts";
import { explain } from "./why.feature.ts";

/** Read afresh: what has happened since leaves nothing to say. */
function nudge(is: StepName): MessageKind {
	return {
		ifUnknown: "drop",
		async render(context) {
			const { trx, subjectId, personId, text, now } = context;
			if (!personId) return null;
			const [mentorship, due, reader] = await Promise.all([
				readPromptable(trx, subjectId),
				readDue(trx, subjectId, personId, is, now),
				readPerson(trx, personId),
			]);
			if (!mentorship || !due || !reader) return null;
			const nudged = { mentorship, step: due.step, rhythm: due.pair.rhythm };
			// Before a period ends, as before a meeting.
			const agenda =
				is === "plan" ? await agendaPrompt(subjectId, reader, context) : [];
			return nudgeMessage({ ...nudged, agenda }, reader, text);
		},
	};
}

type Wants = "fewer" | "usual" | "restart";

/** The message may hold more than this: it stays, and the answer is new. */
async function hear(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	wants: Wants,
): Promise<Reply> {
	const { actor, text } = visit;
	const mentorship = await setHearing(deps, visit, mentorshipId, wants);
	if (!mentorship)
		return { do: "say", message: sentence(text, "checkins:did.gone") };
	const { state } = mentorship;
	if (isOver(state) || (wants === "restart" && state !== "active")) {
		const words = sinceThen(mentorship, actor, text);
		return { do: "say", message: { text: words, blocks: [section(words)] } };
	}
	const names = othersNamed(mentorship, actor, text);
	const message = sentence(text, `checkins:did.${wants}`, { names });
	return { do: "say", message };
}

const hearing = (wants: Wants): Entry =>
	action({
		id: `checkins:${wants}`,
		policy: byMember,
		input: mentorshipTap,
		handle: (deps, visit, { value }) => hear(deps, visit, value, wants),
	});

/** The same, and snooze and why, behind the three dots of a message. */
const menu = action({
	id: "checkins:hearing",
	policy: byMember,
	input: hearingChoice,
	async handle(deps, visit, { verb, value }) {
		switch (verb) {
			case "snooze":
				return { do: "open", view: snoozeModal(visit.text) };
			case "fewer":
				return hear(deps, visit, value, "fewer");
			case "why":
				return explain(deps, visit);
		}
	},
});

/** What is said by itself to keep a mentorship going. */
export const nudgesFeature: Feature = {
	name: "checkins",
	entries: [hearing("restart"), hearing("fewer"), hearing("usual"), menu],
	messages: Object.fromEntries(
		stepNames.map((is) => [`checkins:${is}`, nudge(is)]),
	),
	schedules: { [nudgeKind]: nudgeSchedule },
};
