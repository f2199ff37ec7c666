import { z } from "zod";
import { command, type Feature, view } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import {
	beginExternal,
	type OnBegin,
	readExternalTerms,
	readOutside,
} from "./external.service.ts";
import { externalForm } from "./external.ts";
import {
	begunExternalMessage,
	externalLines,
	externalModal,
} from "./external.views.ts";
import { isOver } from "./mentorship-moves.ts";
import type { PagePart } from "./page.ts";

/** A mentor outside Slack: the mentee alone gets anything, here and later. */
export const externalFeature = (onBegin: readonly OnBegin[]): Feature => ({
	name: "mentorships",
	entries: [
		command({
			id: "external",
			policy: { who: "enrolled" },
			input: z.string(),
			help: {
				usage: "external",
				about: "mentorships:external.help",
				isShown: async (deps, visit) =>
					(await readExternalTerms(deps, visit)) !== null,
			},
			async handle(deps, visit) {
				const { text } = visit;
				const terms = await readExternalTerms(deps, visit);
				return terms
					? { do: "open", view: externalModal(terms.rhythm, text) }
					: { do: "say", message: sentence(text, "mentorships:external.none") };
			},
		}),
		view({
			id: "mentorships:beginExternal",
			policy: { who: "enrolled" },
			input: z.object({ form: externalForm }),
			async handle(deps, visit, { form }) {
				const { text } = visit;
				const isBegun = await beginExternal(deps, visit, form, onBegin);
				const message = isBegun
					? begunExternalMessage(form.name, text)
					: sentence(text, "mentorships:external.none");
				return { do: "say", message };
			},
		}),
	],
});

/** Whom it is with: nobody in Slack. */
export const externalPart: PagePart = async ({
	deps,
	trx,
	visit,
	mentorship,
}) => {
	const { kind, state, mentorshipId } = mentorship;
	if (kind !== "external" || isOver(state)) return null;
	const outside = await readOutside(deps, trx, mentorshipId);
	if (!outside) return null;
	const { actor, text } = visit;
	return {
		lines: externalLines(outside, mentorship, actor, text),
		buttons: [],
	};
};
