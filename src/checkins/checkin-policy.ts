import { z } from "zod";
import { hearingVerbs } from "../mentorships/hearing-menu.views.ts";
import type { Policy } from "../slack/feature.ts";

/** A button about one mentorship, for whoever is in it. */
export const mentorshipTap = z.object({ value: z.uuid() });

/** A choice of the menu on what is said unasked: what, and about which. */
export const hearingChoice = z
	.object({ value: z.string() })
	.transform(({ value }) => value.split(":"))
	.pipe(z.tuple([z.enum(hearingVerbs), z.uuid()]))
	.transform(([verb, value]) => ({ verb, value }));

export const byMember: Policy<z.infer<typeof mentorshipTap>> & {
	who: "related";
} = {
	who: "related",
	to: "mentorship",
	as: ["mentor", "mentee", "peer"],
	id: ({ value }) => value,
};
