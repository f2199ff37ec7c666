import { z } from "zod";
import type { SubjectKind } from "./feature.ts";

/** What the function `enter` of the database answers. */
export const facts = z.object({
	workspace: z.object({
		workspace_id: z.string(),
		team_id: z.string().nullable(),
		state: z.enum(["installed", "uninstalled"]),
	}),
	installation: z
		.object({
			bot_user_id: z.string(),
			// Postgres writes bytes in JSON as \x and hex digits.
			bot_token: z
				.string()
				.transform((hex) => Buffer.from(hex.slice(2), "hex")),
		})
		.nullable(),
	person: z
		.object({
			person_id: z.string(),
			slack_user_id: z.string(),
			name: z.string(),
			standing: z.enum(["member", "guest", "bot", "external", "deactivated"]),
			zone: z.string(),
			locale: z.string(),
		})
		.nullable(),
	program_id: z.string().nullable(),
	enrollment: z
		.object({
			role: z.enum(["mentee", "mentor", "both", "peer"]),
			state: z.enum(["open", "paused", "left"]),
			ready_at: z.string().nullable(),
		})
		.nullable(),
	relation: z.string().nullable(),
});

export type Facts = z.infer<typeof facts>;

export type Subject = { kind: SubjectKind; id: string };
