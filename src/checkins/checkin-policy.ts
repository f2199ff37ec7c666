import { z } from "zod";
import type { Policy } from "../slack/feature.ts";

/** A button about one mentorship, for whoever is in it. */
export const mentorshipTap = z.object({ value: z.uuid() });

export const byMember: Policy<z.infer<typeof mentorshipTap>> & {
	who: "related";
} = {
	who: "related",
	to: "mentorship",
	as: ["mentor", "mentee", "peer"],
	id: ({ value }) => value,
};
