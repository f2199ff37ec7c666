import { readHealthByName } from "../checkins/health.service.ts";
import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { isHealthShown } from "../programs/health-by-name.ts";
import { readParticipation } from "../programs/participation.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	type Asked,
	type FoundMentorship,
	listMentorshipsByName,
	listPeopleByName,
} from "./lists.queries.ts";
import type { ListedMentorship, ListPage, ListPart } from "./lists.ts";

/** A page of what a manager may see by name. */
export const loadList = (
	deps: Deps,
	visit: Visit,
	part: ListPart,
): Promise<ListPage> =>
	withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const found = await readPart(trx, visit, part);
		// What was there has become shorter since it was looked at.
		return found.total === 0 && part.page > 0
			? readPart(trx, visit, { ...part, page: 0 })
			: found;
	});

async function readPart(
	trx: WorkspaceTrx,
	{ programId, actor, now }: Visit,
	{ list, page, only }: ListPart,
): Promise<ListPage> {
	const asked: Asked = { programId, managerId: actor.personId, page, only };
	const { name: program } = await readProgram(trx, programId);
	const shown = { programId, program, page, only };
	if (list !== "mentorships") {
		const isUnreachable = list === "unreachable";
		const found = await listPeopleByName(trx, asked, isUnreachable);
		return { ...shown, list, ...found };
	}
	const { healthFrom } = await readParticipation(trx, programId);
	const { total, mentorships } = await listMentorshipsByName(trx, asked);
	return {
		...{ ...shown, list, total, healthFrom },
		mentorships: await withHealth(trx, mentorships, healthFrom, now),
	};
}

async function withHealth(
	trx: WorkspaceTrx,
	mentorships: FoundMentorship[],
	from: Date | null,
	now: Date,
): Promise<ListedMentorship[]> {
	const ids = mentorships.map(({ mentorshipId }) => mentorshipId);
	const healths =
		from && isHealthShown(from, now)
			? await readHealthByName(trx, ids, { from, now })
			: null;
	return mentorships.map(({ mentorshipId, ...mentorship }) => ({
		...mentorship,
		health: healths?.get(mentorshipId) ?? null,
	}));
}
