import { z } from "zod";
import type { Actor, SubjectKind } from "./feature.ts";

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
			slack_role: z.enum(["member", "admin", "owner"]),
		})
		.nullable(),
	program_id: z.string().nullable(),
	allows_guests: z.boolean(),
	/** Ids of programs. */
	manages: z.array(z.string()),
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

/** Who acts; null: nobody we know. */
export function actorOf({ person, enrollment, manages }: Facts): Actor | null {
	if (!person) return null;
	return {
		personId: person.person_id,
		slackUserId: person.slack_user_id,
		name: person.name,
		zone: person.zone,
		locale: person.locale,
		slackRole: person.slack_role,
		manages: person.standing === "member" ? manages : [],
		enrollment: enrollment && {
			role: enrollment.role,
			state: enrollment.state,
			ready: enrollment.ready_at !== null,
		},
	};
}
