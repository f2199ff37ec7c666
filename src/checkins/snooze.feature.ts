import { z } from "zod";
import { action, command, type Feature, view } from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { readSnooze, snooze, wake } from "./snooze.service.ts";
import { snoozeEnd, snoozeForm } from "./snooze.ts";
import { snoozedMessage, snoozeModal, snoozeStands } from "./snooze.views.ts";

/** For a while nothing is said by itself. */
export const snoozeFeature: Feature = {
	name: "checkins",
	entries: [
		command({
			id: "snooze",
			policy: { who: "enrolled" },
			input: z.string(),
			help: { usage: "snooze", about: "checkins:snooze.help" },
			async handle(deps, visit) {
				const until = await readSnooze(deps, visit);
				const { actor, text } = visit;
				return { do: "say", message: snoozeStands(until, actor, text) };
			},
		}),
		action({
			id: "checkins:snooze",
			policy: { who: "enrolled" },
			input: z.unknown(),
			handle: async (_deps, { text }) => ({
				do: "open",
				view: snoozeModal(text),
			}),
		}),
		view({
			id: "checkins:confirmSnooze",
			policy: { who: "enrolled" },
			input: z.object({ form: snoozeForm }),
			async handle(deps, visit, { form }) {
				const { actor, text, now } = visit;
				const until = snoozeEnd(form, actor.zone, now);
				if (!until) {
					const why = text.plain("checkins:snooze.noDate");
					return { do: "errors", errors: { until: why } };
				}
				await snooze(deps, visit, until);
				const message = snoozedMessage(until, actor, text);
				return { do: "update", view: noticeModal(message, text) };
			},
		}),
		action({
			id: "checkins:wake",
			policy: { who: "enrolled" },
			input: z.unknown(),
			async handle(deps, visit) {
				const until = await readSnooze(deps, visit);
				const { text } = visit;
				if (!until)
					return {
						do: "say",
						message: sentence(text, "checkins:did.notSnoozed"),
					};
				await wake(deps, visit);
				return { do: "say", message: sentence(text, "checkins:did.wake") };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			if (visit.actor.enrollment?.state !== "open") return null;
			const until = await readSnooze(deps, visit);
			const { actor, text } = visit;
			return {
				title: text.plain("checkins:snooze.title"),
				blocks: snoozeStands(until, actor, text).blocks,
			};
		},
	],
};
