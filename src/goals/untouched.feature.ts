import { action, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { doToGoal } from "./goal-acts.service.ts";
import { byOwner, goalTap } from "./goal-policy.ts";
import { untouchedSchedule } from "./untouched.job.ts";
import { readUntouched } from "./untouched.service.ts";
import { untouchedKind } from "./untouched.ts";
import { untouchedMessage } from "./untouched.views.ts";

/** A goal not touched for a month is asked about once. */
export const untouchedFeature: Feature = {
	name: "goals",
	entries: (["stillOn", "askLess"] as const).map((is) =>
		action({
			id: `goals:${is}`,
			policy: byOwner,
			input: goalTap,
			async handle(deps, visit, { value }) {
				const did = await doToGoal(deps, visit, value, { is });
				// The question may share its message with others: it stays.
				const message = did
					? sentence(visit.text, `goals:did.${did}`)
					: sentence(visit.text, "goals:page.gone");
				return { do: "say", message };
			},
		}),
	),
	messages: {
		[untouchedKind]: {
			ifUnknown: "drop",
			async render({ trx, deps, subjectId, personId, text, now }) {
				const own = await readUntouched(deps, trx, subjectId, now);
				const reader = personId ? await readPerson(trx, personId) : undefined;
				return own && reader
					? untouchedMessage(own, { ...reader, now }, text)
					: null;
			},
		},
	},
	schedules: { [untouchedKind]: untouchedSchedule },
};
