import { z } from "zod";
import type { Policy } from "../slack/feature.ts";

type Related<I> = Extract<Policy<I>, { who: "related" }>;

export const programButton = z.object({ value: z.uuid() });
/** In the forms of the directory; whose program it is, is read again. */
export const programMeta = z.object({ program: z.uuid() });
const managers = {
	who: "related" as const,
	to: "program" as const,
	as: ["manager"],
};

/** Managers of the program by whose settings they come. */
export const managersOfButton: Related<{ value: string }> = {
	...managers,
	id: ({ value }) => value,
};
export const managersOfForm: Related<{ meta: { program: string } }> = {
	...managers,
	id: ({ meta }) => meta.program,
};

export const importButton = z.object({ value: z.uuid() });
export const importMeta = z.object({ import: z.uuid() });
const importer = {
	who: "related" as const,
	to: "import" as const,
	as: ["importer"],
};

/** Who began an import, as long as they manage the program. */
export const importerOfButton: Related<{ value: string }> = {
	...importer,
	id: ({ value }) => value,
};
export const importerOfForm: Related<{ meta: { import: string } }> = {
	...importer,
	id: ({ meta }) => meta.import,
};
