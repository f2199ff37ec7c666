import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { holdParts } from "../enrollment/availability.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { Choice } from "../slack/inputs.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { Choices, RankedChoice } from "./ask-choices.ts";
import { readDraft, saveChoices } from "./ask-drafts.service.ts";
import { nothingSought } from "./engine/query.ts";
import { type Ranked, rank } from "./engine/rank.ts";
import { type Reason, reasonsOf } from "./engine/reasons.ts";
import type { Names } from "./find.ts";
import { loadPool, type Pool } from "./pool.service.ts";
import { listLiveRequestsBy } from "./requests.queries.ts";

/** One of the next choices, by name. */
export type ChoicePerson = Pick<
	PersonRow,
	"personId" | "slackUserId" | "name"
> & { why: string | null };

export type ChoicesPage = {
	/** Who is asked first. */
	mentor: PersonRow;
	next: ChoicePerson[];
	notMyManagers: boolean;
	managerUnknown: boolean;
};

/** The next choices by name; who is not there any more is left out. */
export async function namePeople(
	trx: WorkspaceTrx,
	ranked: RankedChoice[],
): Promise<ChoicePerson[]> {
	const people: ChoicePerson[] = [];
	for (const { mentorId, why } of ranked) {
		const person = await readPerson(trx, mentorId);
		if (person) people.push({ ...person, why });
	}
	return people;
}

/** The next choices behind a mentor; null: there is no such person. */
export function loadChoices(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<ChoicesPage | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const { choices } = await readDraft(deps, trx, visit, mentorId);
		return pageOf(deps, trx, visit, { mentorId, choices });
	});
}

/** Changes them, and keeps them until the ask is sent. */
export function changeChoices(
	deps: Deps,
	visit: Visit,
	mentorId: string,
	change: (choices: Choices) => Choices,
): Promise<ChoicesPage | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		// One tap after another: none undoes what another did.
		const { programId, actor } = visit;
		await holdParts(trx, [{ programId, personId: actor.personId }]);
		const before = (await readDraft(deps, trx, visit, mentorId)).choices;
		const isNew = await claimRequest(trx, visit.key);
		const choices = isNew ? change(before) : before;
		if (isNew) await saveChoices(deps, trx, visit, { mentorId, choices });
		return pageOf(deps, trx, visit, { mentorId, choices });
	});
}

async function pageOf(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	{ mentorId, choices }: { mentorId: string; choices: Choices },
): Promise<ChoicesPage | null> {
	const mentor = await readPerson(trx, mentorId);
	if (!mentor) return null;
	const { managerUnknown } = await poolOf(deps, trx, visit);
	const { ranked, notMyManagers } = choices;
	const next = await namePeople(trx, ranked);
	return { mentor, next, notMyManagers, managerUnknown };
}

/** What speaks for someone new on the list; null: they cannot be added. */
export function findReasons(
	deps: Deps,
	visit: Visit,
	personId: string,
	mentorId: string,
): Promise<{ reasons: readonly Reason[]; names: Names } | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const { pool, ranked } = await rankAskable(deps, trx, visit);
		const { choices } = await readDraft(deps, trx, visit, mentorId);
		const there = [mentorId, ...choices.ranked.map((one) => one.mentorId)];
		const match = ranked.find(
			({ person }) => person === personId && !there.includes(person),
		);
		return match
			? { reasons: reasonsOf(match.terms, "mentee"), names: pool.names }
			: null;
	});
}

/** Mentors who can be asked, by name, as `find` would rank them. */
export function searchAskable(
	deps: Deps,
	visit: Visit,
	query: string,
): Promise<Choice[]> {
	const typed = query.toLowerCase();
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const { pool, ranked } = await rankAskable(deps, trx, visit);
		return ranked.flatMap(({ person }): Choice[] => {
			const { name, title } = pool.names.person(person) ?? {};
			if (!name?.toLowerCase().includes(typed)) return [];
			return [
				{ value: person, label: name, ...(title && { description: title }) },
			];
		});
	});
}

async function rankAskable(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
): Promise<{ pool: Pool; ranked: Ranked[] }> {
	const pool = await poolOf(deps, trx, visit);
	const live = await listLiveRequestsBy(trx, visit.actor.personId);
	const asked = new Set(live.map(({ mentorId }) => mentorId));
	const query = { sought: nothingSought, kinds: pool.me.kindsWanted };
	const { ranked } = rank(pool.me, pool.mentors, query, pool.options);
	return { pool, ranked: ranked.filter(({ person }) => !asked.has(person)) };
}

const poolOf = (deps: Deps, trx: WorkspaceTrx, visit: Visit) =>
	loadPool(deps, trx, {
		programId: visit.programId,
		personId: visit.actor.personId,
		now: visit.now,
	});
