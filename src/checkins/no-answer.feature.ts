import { memberOf } from "../mentorships/mentorship.ts";
import {
	readMentorship,
	readPromptable,
} from "../mentorships/mentorships.service.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import { action, type Feature, type MessageKind } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { byMember, mentorshipTap } from "./checkin-policy.ts";
import { noAnswerSchedule } from "./no-answer.job.ts";
import {
	askOther,
	noAnswerKind,
	readAnswered,
	readOpen,
	sayStillHere,
} from "./no-answer.service.ts";
import { closesFor } from "./no-answer.ts";
import {
	askedMessage,
	sinceMessage,
	stillHereMessage,
	stillThereMessage,
} from "./no-answer.views.ts";

const stillThere: MessageKind = {
	ifUnknown: "drop",
	async render({ trx, subjectId, personId, text, now }) {
		const [mentorship, open, reader] = await Promise.all([
			readPromptable(trx, subjectId),
			readOpen(trx, subjectId),
			personId ? readPerson(trx, personId) : undefined,
		]);
		if (!mentorship || !open || !reader) return null;
		const closesAt = closesFor(open, now);
		return stillThereMessage(mentorship, { closesAt }, reader, text);
	},
};

const stillHere: MessageKind = {
	ifUnknown: "resend",
	async render({ trx, subjectId, personId, text }) {
		const [mentorship, reader] = await Promise.all([
			readMentorship(trx, subjectId),
			personId ? readPerson(trx, personId) : undefined,
		]);
		// The other's own tap; a stop of theirs does not keep it back.
		const me = mentorship && reader && memberOf(mentorship, reader.personId);
		return me && me.stoppedAt === null && mentorship.state !== "paused"
			? stillHereMessage(mentorship, reader, text)
			: null;
	},
};

/** "No answer from my partner": asked once, and after two weeks it ends. */
export const noAnswerFeature: Feature = {
	name: "checkins",
	entries: [
		action({
			id: "checkins:noAnswer",
			policy: byMember,
			input: mentorshipTap,
			async handle(deps, visit, { value }) {
				const { actor, text } = visit;
				const asked = await askOther(deps, visit, value);
				const message = asked
					? askedMessage(asked, actor, text)
					: sentence(text, "checkins:did.gone");
				return { do: "say", message };
			},
		}),
		action({
			id: "checkins:stillHere",
			policy: byMember,
			input: mentorshipTap,
			async handle(deps, visit, { value }) {
				const { actor, text } = visit;
				const mentorship = await sayStillHere(deps, visit, value);
				if (mentorship) {
					const name = othersNamed(mentorship, actor, text);
					const message = sentence(text, "checkins:noAnswer.answered", {
						name,
					});
					return { do: "say", message };
				}
				const since = await readAnswered(deps, visit, value);
				const message = since
					? sinceMessage("over", since, actor, text)
					: sentence(text, "checkins:did.gone");
				return { do: "say", message };
			},
		}),
	],
	messages: {
		"checkins:stillThere": stillThere,
		"checkins:stillHere": stillHere,
	},
	schedules: { [noAnswerKind]: noAnswerSchedule },
};
