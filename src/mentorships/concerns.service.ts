import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest, insertAudit } from "../slack/gate.queries.ts";
import {
	type Concern,
	type Helper,
	isShown,
	sealReport,
	type WrongPage,
} from "./concern.ts";
import {
	findConcern,
	insertConcern,
	listConcernsOf,
	updateConcern,
} from "./concerns.queries.ts";
import { othersOf } from "./mentorship.ts";
import { listProgramsWithoutContact } from "./safeguarding.queries.ts";
import { readWrongPage } from "./wrong.service.ts";

/** Where to turn, read afresh: what was on the screen may be old. */
export function prepareReport(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<WrongPage | null> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		readWrongPage(trx, visit, mentorshipId),
	);
}

export type Reported =
	| { is: "sent"; contact: Helper }
	/** It would go to someone else than its writer has been shown. */
	| { is: "moved"; page: WrongPage; contact: Helper }
	| { is: "nobody" };

/** Writes to the contact whom the writer has been shown, and nobody else. */
export function report(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	{ contactId, text }: { contactId: string; text: string },
): Promise<Reported> {
	const { workspaceId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const page = await readWrongPage(trx, visit, mentorshipId);
		if (page?.turnTo.to !== "contact") return { is: "nobody" };
		const { contact } = page.turnTo;
		if (contact.personId !== contactId) return { is: "moved", page, contact };
		if (!(await claimRequest(trx, visit.key))) return { is: "sent", contact };
		const concernId = newId();
		const others = othersOf(page.mentorship, actor.personId);
		const about = others.map(({ name }) => name);
		const owner = { workspaceId, concernId };
		await insertConcern(trx, {
			concernId,
			mentorshipId,
			reporterId: actor.personId,
			contactId,
			body: sealReport(deps.cipher, owner, { text, about }),
			at: visit.now,
		});
		await audit(trx, visit, "report", concernId);
		await insertOwed(trx, [
			{
				kind: "mentorships:concern",
				to: { personId: contactId },
				subjectId: concernId,
				key: `concern:${concernId}`,
				urgency: "now",
				staleAfterHours: 30 * 24,
			},
		]);
		return { is: "sent", contact };
	});
}

/** The contact has read it, or is done with it; its reporter sees that. */
export function tend(
	deps: Deps,
	visit: Visit,
	concernId: string,
	act: "read" | "close",
): Promise<Concern | undefined> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const isNew = await updateConcern(trx, concernId, act, visit.now);
		const concern = await findConcern(trx, concernId);
		if (isNew && concern) {
			await audit(trx, visit, act, concernId);
			await updateHomeChanged(trx, [concern.reporter.personId]);
		}
		return concern;
	});
}

/** What someone reads of on their Home: what they wrote or have to answer. */
export function readConcernsOf(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
): Promise<Concern[]> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const all = await listConcernsOf(trx, actor.personId);
		return all.filter((concern) =>
			concern.reporter.personId === actor.personId
				? isShown(concern, now)
				: !concern.closedAt,
		);
	});
}

export const readConcern = (
	trx: WorkspaceTrx,
	concernId: string,
): Promise<Concern | undefined> => findConcern(trx, concernId);

/** Names of the programs someone manages that have named no contact. */
export async function readProgramsWithoutContact(
	deps: Deps,
	{ workspaceId, actor: { manages } }: Visit,
): Promise<{ programId: string; name: string }[]> {
	if (manages.length === 0) return [];
	return withWorkspace(deps.db, workspaceId, (trx) =>
		listProgramsWithoutContact(trx, manages),
	);
}

/** In no program's history: that there is a report is nobody's news. */
async function audit(
	trx: WorkspaceTrx,
	visit: Visit,
	act: "report" | "read" | "close",
	concernId: string,
): Promise<void> {
	await insertAudit(trx, {
		actorId: visit.actor.personId,
		action: `concern ${act}`,
		subjectId: concernId,
		outcome: "done",
	});
}
