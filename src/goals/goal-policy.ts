import { z } from "zod";
import type { GoalPage } from "./goals.views.ts";

/**
 * Which of our pages an act comes from, and so which one is drawn again. From
 * Home or a message the goal's own page is opened.
 */
const page = z.enum(["list", "goal"]).catch("goal" satisfies GoalPage);
export const pageMeta = z.object({ page }).catch({ page: "goal" });

/** A button of a goal carries its id; the truth is read again. */
export const goalTap = z.object({ value: z.uuid(), meta: pageMeta });

/** A button of a step: which goal, and which of its steps. */
export const stepTap = z.object({
	value: z
		.string()
		.regex(/^[^:]+:\d{1,9}$/)
		.transform((value) => {
			const [goalId, step] = value.split(":");
			return { goalId, step: Number(step) };
		})
		.pipe(z.object({ goalId: z.uuid(), step: z.number() })),
	meta: pageMeta,
});

/** A form about a goal carries its id along. */
export const goalMeta = z.object({ goal: z.uuid(), page });

const owner = {
	who: "related" as const,
	to: "goal" as const,
	as: ["owner"],
};

/** For the owner of the goal that was tapped. */
export const byOwner = {
	...owner,
	id: ({ value }: z.infer<typeof goalTap>) => value,
};

export const byOwnerOfStep = {
	...owner,
	id: ({ value }: z.infer<typeof stepTap>) => value.goalId,
};

/** For the owner of the goal a form is about. */
export const byOwnerInForm = {
	...owner,
	id: ({ meta }: { meta: z.infer<typeof goalMeta> }) => meta.goal,
};
