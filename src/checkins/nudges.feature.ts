import { readPromptable } from "../mentorships/mentorships.service.ts";
import { nudgeKind } from "../mentorships/move.service.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	action,
	type Entry,
	type Feature,
	type MessageKind,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { byMember, mentorshipTap } from "./checkin-policy.ts";
import { setHearing } from "./hearing.service.ts";
import { nudgeMessage } from "./nudge.views.ts";
import { nudgeSchedule } from "./nudges.job.ts";
import { readDue } from "./nudges.service.ts";
import { type StepName, stepNames } from "./step.ts";

/** Read afresh: what has happened since leaves nothing to say. */
function nudge(is: StepName): MessageKind {
	return {
		ifUnknown: "drop",
		async render({ trx, subjectId, personId, text, now }) {
			if (!personId) return null;
			const [mentorship, due, reader] = await Promise.all([
				readPromptable(trx, subjectId),
				readDue(trx, subjectId, personId, is, now),
				readPerson(trx, personId),
			]);
			if (!mentorship || !due || !reader) return null;
			const nudged = { mentorship, step: due.step, rhythm: due.pair.rhythm };
			return nudgeMessage(nudged, reader, text);
		},
	};
}

/** The message may hold more than this: it stays, and the answer is new. */
function hearing(wants: "fewer" | "usual" | "restart"): Entry {
	return action({
		id: `checkins:${wants}`,
		policy: byMember,
		input: mentorshipTap,
		async handle(deps, visit, { value }) {
			const { actor, text } = visit;
			const mentorship = await setHearing(deps, visit, value, wants);
			const message = mentorship
				? sentence(text, `checkins:did.${wants}`, {
						names: othersNamed(mentorship, actor, text),
					})
				: sentence(text, "checkins:did.gone");
			return { do: "say", message };
		},
	});
}

/** What is said by itself to keep a mentorship going. */
export const nudgesFeature: Feature = {
	name: "checkins",
	entries: [hearing("restart"), hearing("fewer"), hearing("usual")],
	messages: Object.fromEntries(
		stepNames.map((is) => [`checkins:${is}`, nudge(is)]),
	),
	schedules: { [nudgeKind]: nudgeSchedule },
};
