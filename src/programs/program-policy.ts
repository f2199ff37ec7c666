import { z } from "zod";
import type { Policy } from "../slack/feature.ts";

type Related<I> = Extract<Policy<I>, { who: "related" }>;

/** In every form of a program; which one it is, is never taken from it alone. */
export const programMeta = z.object({ program: z.uuid() });

/** Managers of the program that the form around the act is about. */
export const managersOfForm: Related<{ meta: { program: string } }> = {
	who: "related",
	to: "program",
	as: ["manager"],
	id: ({ meta }) => meta.program,
};

/** Managers of the program that a button names. */
export const managersOfButton: Related<{ value: string }> = {
	who: "related",
	to: "program",
	as: ["manager"],
	id: ({ value }) => value,
};

export const programButton = z.object({ value: z.uuid() });
