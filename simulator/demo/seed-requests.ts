import { withWorkspace } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { find } from "../../src/matching/find.service.ts";
import { acceptFrom, ask } from "./asking.ts";
import { ago, type Seeded, visitOf } from "./seeded.ts";
import type { DemoWorkspace } from "./workspace.ts";

/** Of those who want something, every so many have asked someone. */
const askEvery = 6;

/**
 * Some life before the first visitor: mentees have asked their best match, and
 * all but the last few were accepted. The mentor to try the bot as has a
 * request to answer.
 */
export async function seedRequests(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
): Promise<void> {
	const isCast = ({ id }: { id: string }) =>
		id === workspace.mentor || id === workspace.mentee;
	const mentees = workspace.people.filter(
		({ enrollment }) => enrollment?.state === "open" && enrollment.goal,
	);
	const askers = mentees.filter(
		(person, index) => index % askEvery === 0 && !isCast(person),
	);
	for (const [index, person] of askers.entries()) {
		const visit = visitOf(deps, seeded, person);
		const { found } = await find(deps, visit, { query: "", offset: 0 });
		const mentor = found.find(
			({ slackUserId }) => slackUserId !== workspace.mentor,
		);
		if (!mentor) continue;
		const answered = index < askers.length - 3;
		// Asked some days ago, and answered some days later.
		const then = answered ? ago(deps, 8 + (index % 4)) : deps;
		await ask(then, seeded, person, mentor.personId);
		const { slackUserId } = mentor;
		if (answered)
			await acceptFrom(ago(deps, 4), seeded, workspace, slackUserId);
	}
	await dateBack(deps, seeded);
	const mentorId = seeded.personIds.get(workspace.mentor ?? "");
	if (!mentorId) return;
	for (const person of mentees)
		if (!isCast(person) && !askers.includes(person))
			if (await ask(deps, seeded, person, mentorId)) return;
}

/** The database has its own clock: what was accepted then began just now. */
const dateBack = (deps: Deps, { workspaceId }: Seeded): Promise<void> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		await trx
			.updateTable("mentorship as m")
			.from("request as r")
			.set((eb) => ({
				created_at: eb.ref("r.answered_at").$notNull(),
				since: eb.ref("r.answered_at").$notNull(),
			}))
			.whereRef("r.workspace_id", "=", "m.workspace_id")
			.whereRef("r.request_id", "=", "m.request_id")
			.where("m.workspace_id", "=", workspaceId)
			.where("m.state", "=", "exploring")
			.where("r.answered_at", "is not", null)
			.execute();
	});
