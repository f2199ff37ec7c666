import { z } from "zod";
import { action, type Feature, type Policy } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import {
	readOwnCohorts,
	stepOut,
	type Took,
	takePart,
} from "./cohort-members.service.ts";
import { ownCohortBlocks } from "./cohort-part.views.ts";

const cohortButton = z.object({ value: z.uuid() });
const whoJoined: Extract<Policy<{ value: string }>, { who: "related" }> = {
	who: "related",
	to: "cohort",
	as: ["enrolled"],
	id: ({ value }) => value,
};

const acts = { takePart, stepOut };

/** One's own part in a cohort, by one's own tap and never by anyone else's. */
export const cohortPartFeature: Feature = {
	name: "programs",
	entries: (["takePart", "stepOut"] as const).map((act) =>
		action({
			id: `programs:${act}`,
			policy: whoJoined,
			input: cohortButton,
			async handle(deps, visit, { value }) {
				const took: Took = await acts[act](deps, visit, value);
				const { cohort, outcome } = took;
				const name = cohort?.name ?? "";
				const key = `programs:ownCohort.said.${outcome}` as const;
				const message = sentence(visit.text, key, { name });
				return { do: "say", message };
			},
		}),
	),
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			if (!actor.enrollment || actor.enrollment.state === "left") return null;
			const own = await readOwnCohorts(deps, visit);
			const blocks = ownCohortBlocks(own, text, actor);
			if (blocks.length === 0) return null;
			return { title: text.plain("programs:ownCohort.title"), blocks };
		},
	],
};
