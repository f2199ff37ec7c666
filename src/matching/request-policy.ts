import { z } from "zod";

/** A button of a request carries its id; the truth is read again. */
export const requestButton = z.object({ value: z.uuid() });

/** A form about a request carries its id along. */
export const requestMeta = z.object({ request: z.uuid() });

type As = "mentor" | "mentee";

/** For the one of the two whose act it is, by a button of the request. */
export function whoTapped(as: As) {
	return {
		who: "related" as const,
		to: "request" as const,
		as: [as],
		id: ({ value }: z.infer<typeof requestButton>) => value,
	};
}

/** The same, by a form about the request. */
export function whoWrote(as: As) {
	return {
		who: "related" as const,
		to: "request" as const,
		as: [as],
		id: ({ meta }: { meta: z.infer<typeof requestMeta> }) => meta.request,
	};
}
