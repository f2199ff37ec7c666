import { z } from "zod";
import { join } from "../enrollment/enrollment.service.ts";
import { joinedMessage, joinReply } from "../enrollment/join.views.ts";
import { emptyJoinForm, joinForm } from "../enrollment/join-form.ts";
import { readJoinTerms } from "../enrollment/join-terms.service.ts";
import { action, type Feature, view } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { searchButton } from "./search-button.ts";
import { waitingSchedule } from "./waiting.job.ts";
import {
	keepSearch,
	pass,
	stopWaiting,
	wait,
	waitForKept,
} from "./waiting.service.ts";
import { waitingKind } from "./waiting.ts";
import {
	joinedAndWaitedMessage,
	passedMessage,
	stoppedMessage,
	suggestionMessage,
	suggestionsSection,
	waitedMessage,
	waitingSection,
} from "./waiting.views.ts";
import {
	waitingGoneKind,
	waitingGoneSchedule,
} from "./waiting-gone.service.ts";
import { readSuggestion, readWaits } from "./waiting-home.service.ts";

const idButton = z.object({ value: z.uuid() });

/** A seat someone is told of: it wants an answer, so it stands high on Home. */
export const suggestionsFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:pass",
			policy: {
				who: "related",
				to: "suggestion",
				as: ["mentee"],
				id: ({ value }) => value,
			},
			input: idButton,
			async handle(deps, visit, { value }) {
				const passed = await pass(deps, visit, value);
				if (!passed) return { do: "nothing" };
				return { do: "replace", message: passedMessage(passed, visit.text) };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const { waiting } = await readWaits(deps, visit);
			const blocks = suggestionsSection(waiting, visit.actor, visit.text);
			if (blocks.length === 0) return null;
			return {
				title: visit.text.plain("matching:suggestion.homeTitle"),
				blocks,
			};
		},
	],
	messages: {
		"matching:suggestion": {
			ifUnknown: "resend",
			async render({ trx, deps, subjectId, text, now }) {
				const page = await readSuggestion(deps, trx, subjectId, now);
				return page && suggestionMessage(page, page.reader, text);
			},
		},
	},
};

/** The waiting list: on it from a search, and off it from Home. */
export const waitingFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:wait",
			policy: { who: "member" },
			input: searchButton,
			async handle(deps, visit, { value }) {
				const { actor, text } = visit;
				if (actor.enrollment && actor.enrollment.state !== "left") {
					const waited = await wait(deps, visit, value.query);
					return { do: "say", message: waitedMessage(waited, text) };
				}
				// Whoever has not joined yet joins on the way.
				const terms = await readJoinTerms(deps, visit);
				if (terms.mayJoin) await keepSearch(deps, visit, value.query);
				const page = {
					...emptyJoinForm,
					wanted: [],
					offered: [],
					id: "matching:joinAndWait",
					submit: text.plain("enrollment:join.submit"),
					metadata: {},
				};
				return joinReply(page, terms, text);
			},
		}),
		view({
			id: "matching:joinAndWait",
			policy: { who: "member" },
			input: z.object({ form: joinForm }),
			async handle(deps, visit, { form }) {
				const { text } = visit;
				if (!(await join(deps, visit, form)))
					return {
						do: "say",
						message: sentence(text, "enrollment:join.notTaken"),
					};
				const waited = await waitForKept(deps, visit);
				const message = waited
					? joinedAndWaitedMessage(waited, text)
					: joinedMessage(form, text);
				return { do: "say", message };
			},
		}),
		action({
			id: "matching:stopWaiting",
			policy: {
				who: "related",
				to: "waiting",
				as: ["mentee"],
				id: ({ value }) => value,
			},
			input: idButton,
			async handle(deps, visit, { value }) {
				const stopped = await stopWaiting(deps, visit, value);
				if (!stopped) return { do: "nothing" };
				return { do: "replace", message: stoppedMessage(stopped, visit.text) };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const waits = await readWaits(deps, visit);
			const blocks = waitingSection(waits, visit.actor, visit.text);
			if (blocks.length === 0) return null;
			return { title: visit.text.plain("matching:wait.title"), blocks };
		},
	],
	schedules: {
		[waitingKind]: waitingSchedule,
		[waitingGoneKind]: waitingGoneSchedule,
	},
};
