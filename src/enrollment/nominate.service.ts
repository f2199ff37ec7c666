import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { readTopicList } from "../programs/programs.service.ts";
import { isTaken } from "../programs/who-may-join.service.ts";
import type { MessageContext, Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { Choice } from "../slack/inputs.ts";
import { findOrMeet, readNoContact } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { findEnrollment } from "./enrollment.queries.ts";
import { offers } from "./enrollment.ts";
import {
	chooseTopic,
	type NominationForm,
	type NominationWords,
	type NotNominable,
	openWords,
	sealWords,
} from "./nominate.ts";
import {
	findNomination,
	insertNomination,
	type NominationRow,
	updateNominationDeclined,
} from "./nominations.queries.ts";
import { labelTopics } from "./topics.service.ts";

type Judged = {
	person: PersonRow | undefined;
	/** null: nothing that could be said speaks against it. */
	why: NotNominable | null;
};

/** Looks at a colleague, met first when the workspace is all we know. */
export async function judgeNominee(
	deps: Deps,
	{ workspaceId, programId, actor }: Visit,
	slackUserId: string,
): Promise<Judged> {
	const person = await findOrMeet(deps, workspaceId, slackUserId);
	if (!person) return { person, why: "unknown" };
	const { personId, standing } = person;
	if (personId === actor.personId) return { person, why: "yourself" };
	if (standing !== "member") return { person, why: standing };
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Judged> => {
		const key = { programId, personId };
		if (await offersAlready(trx, key)) return { person, why: "mentor" };
		return { person, why: (await isTaken(trx, key)) ? null : "notTaken" };
	});
}

async function offersAlready(
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
): Promise<boolean> {
	const enrollment = await findEnrollment(trx, key);
	return (
		enrollment !== undefined &&
		enrollment.state !== "left" &&
		offers(enrollment.role)
	);
}

/** What was typed behind the name, as a choice to begin the form with. */
export function readTypedTopic(
	deps: Deps,
	{ workspaceId, programId }: Visit,
	typed: string,
): Promise<Choice | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) =>
		chooseTopic(await readTopicList(trx, programId), typed),
	);
}

/**
 * Invites a colleague, once whoever nominates them. Nobody learns whether a
 * message went out: it may be that they were invited before, have left, or
 * want no contact.
 */
export async function nominate(
	deps: Deps,
	visit: Visit,
	personId: string,
	form: NominationForm,
): Promise<void> {
	const { workspaceId, programId, actor } = visit;
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		if (await readNoContact(trx, personId)) return;
		const enrollment = await findEnrollment(trx, { programId, personId });
		if (enrollment?.state === "left") return;
		const [topic] = await labelTopics(trx, programId, [form.topic]);
		if (!topic) return;
		const nominationId = newId();
		const told = { topic, why: form.why };
		const isFirst = await insertNomination(trx, {
			nominationId,
			programId,
			personId,
			nominatorId: actor.personId,
			saysWho: form.saysWho,
			body: sealWords(deps.cipher, { workspaceId, nominationId }, told),
		});
		if (!isFirst) return;
		await insertOwed(trx, [
			{
				kind: "enrollment:nomination",
				to: { personId },
				subjectId: nominationId,
				key: `nomination:${personId}`,
				urgency: "now",
				staleAfterHours: 7 * 24,
			},
		]);
	});
}

export type Nomination = { row: NominationRow; told: NominationWords };

/** What the colleague reads; null when there is nothing left to say. */
export async function readInvitation({
	trx,
	deps,
	subjectId,
}: Pick<
	MessageContext,
	"trx" | "deps" | "subjectId"
>): Promise<Nomination | null> {
	const row = await findNomination(trx, subjectId);
	if (!row || row.declinedAt || (await offersAlready(trx, row))) return null;
	const owner = { workspaceId: trx.workspaceId, nominationId: subjectId };
	return { row, told: openWords(deps.cipher, owner, row.body) };
}

/** The topic their join page begins with. */
export function prepareJoin(
	deps: Deps,
	{ workspaceId, programId, actor }: Visit,
	nominationId: string,
): Promise<Choice | "already"> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const key = { programId, personId: actor.personId };
		const row = await findNomination(trx, nominationId);
		if (!row || (await offersAlready(trx, key))) return "already";
		const owner = { workspaceId, nominationId };
		return openWords(deps.cipher, owner, row.body).topic;
	});
}

/** "No, thanks": nobody is told. False: they are a mentor by now. */
export function declineNomination(
	deps: Deps,
	{ workspaceId, programId, actor, now }: Visit,
	nominationId: string,
): Promise<boolean> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const key = { programId, personId: actor.personId };
		if (await offersAlready(trx, key)) return false;
		await updateNominationDeclined(trx, nominationId, now);
		return true;
	});
}
