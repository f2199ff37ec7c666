import { z } from "zod";
import type { Partner } from "./introduction-forms.ts";

/** A button of an introduction carries its id; the truth is read again. */
export const introductionButton = z.object({ value: z.uuid() });

/** A form about an introduction carries its id along. */
export const introductionMeta = z.object({ introduction: z.uuid() });

/** For whose act it is, by a button of the introduction. */
export function whoTapped(as: "mentee" | "mentor" | "third") {
	return {
		who: "related" as const,
		to: "introduction" as const,
		as: [as],
		id: ({ value }: z.infer<typeof introductionButton>) => value,
	};
}

/** For its mentor, by a form about it. */
export const mentorWrote = {
	who: "related" as const,
	to: "introduction" as const,
	as: ["mentor"],
	id: ({ meta }: { meta: z.infer<typeof introductionMeta> }) =>
		meta.introduction,
};

/** For who is that in the mentorship whose partner a form names. */
export function whoChose(as: "mentee" | "mentor") {
	return {
		who: "related" as const,
		to: "mentorship" as const,
		as: [as],
		id: ({ form }: { form: { partner: Partner } }) => form.partner.mentorshipId,
	};
}
