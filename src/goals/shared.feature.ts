import { z } from "zod";
import { action, type Feature, type Visit } from "../slack/feature.ts";
import { readShared, readSharedGoal } from "./shared.service.ts";
import { sharedGoalModal, sharedModal, sharedSection } from "./shared.views.ts";

const idButton = z.object({ value: z.uuid() });
const readers = ["mentor", "peer"];
const readerOf = ({ actor, now }: Visit) => ({ ...actor, now });

/** What mentees share with their mentors, and peers with each other. */
export const sharedGoalsFeature: Feature = {
	name: "goals",
	entries: [
		action({
			id: "goals:shared",
			policy: {
				who: "related",
				to: "mentorship",
				as: readers,
				id: ({ value }) => value,
			},
			input: idButton,
			async handle(deps, visit, { value }) {
				const shared = (await readShared(deps, visit)).filter(
					({ mentorshipId }) => mentorshipId === value,
				);
				const view = sharedModal(shared, readerOf(visit), visit.text);
				return { do: "update", view };
			},
		}),
		action({
			id: "goals:read",
			policy: {
				who: "related",
				to: "goal",
				as: readers,
				id: ({ value }) => value,
			},
			input: idButton,
			async handle(deps, visit, { value }) {
				const goal = await readSharedGoal(deps, visit, value);
				const view = sharedGoalModal(goal, readerOf(visit), visit.text);
				return { do: "update", view };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const shared = await readShared(deps, visit);
			if (shared.length === 0) return null;
			return {
				title: visit.text.plain("goals:shared.title"),
				blocks: sharedSection(shared, readerOf(visit), visit.text),
			};
		},
	],
};
