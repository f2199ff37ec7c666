import type { Office } from "./office.ts";

/** What an act in the life of a mentorship is about. */
export const about = ["mentorship", "agreement", "meeting", "action"] as const;
export type About = (typeof about)[number];

/** The newest of its kind that the mentorship has. */
export async function idOf(
	{ run }: Office,
	to: About,
	mentorshipId: string,
): Promise<string | undefined> {
	if (to === "mentorship") return mentorshipId;
	return run(async (trx) => {
		switch (to) {
			case "agreement": {
				const row = await trx
					.selectFrom("agreement")
					.select("agreement_id as id")
					.where("mentorship_id", "=", mentorshipId)
					.orderBy("version", "desc")
					.executeTakeFirst();
				return row?.id;
			}
			case "meeting": {
				const row = await trx
					.selectFrom("meeting")
					.select("meeting_id as id")
					.where("mentorship_id", "=", mentorshipId)
					.orderBy("created_at", "desc")
					.executeTakeFirst();
				return row?.id;
			}
			case "action": {
				const row = await trx
					.selectFrom("action_item")
					.select("action_id as id")
					.where("mentorship_id", "=", mentorshipId)
					.executeTakeFirst();
				return row?.id;
			}
		}
	});
}

/** Slack's ids of its members, or of everyone who is none. */
export function listPeople(
	{ run }: Office,
	mentorshipId: string,
	isIn: boolean,
): Promise<string[]> {
	return run(async (trx) => {
		const members = trx
			.selectFrom("mentorship_member")
			.select("person_id")
			.where("mentorship_id", "=", mentorshipId)
			.where("left_at", "is", null);
		const rows = await trx
			.selectFrom("person")
			.select("slack_user_id")
			.where("person_id", isIn ? "in" : "not in", members)
			.orderBy("slack_user_id")
			.execute();
		return rows.map(({ slack_user_id }) => slack_user_id);
	});
}

/** The request of which a mentorship is the yes. */
export async function anAccepted(
	{ run, deps }: Office,
	of: { programId: string; mentorId: string; menteeId: string; kind: string },
): Promise<string> {
	const requestId = crypto.randomUUID();
	await run((trx) =>
		trx
			.insertInto("request")
			.values({
				workspace_id: trx.workspaceId,
				request_id: requestId,
				program_id: of.programId,
				mentor_id: of.mentorId,
				mentee_id: of.menteeId,
				kind: of.kind,
				state: "accepted",
				ask: deps.cipher.seal(
					{
						workspaceId: trx.workspaceId,
						table: "request",
						column: "ask",
						id: requestId,
					},
					"{}",
				),
			})
			.execute(),
	);
	return requestId;
}
