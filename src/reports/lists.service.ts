import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { listMentorshipsByName, listPeopleByName } from "./lists.queries.ts";
import type { List, ListPage } from "./lists.ts";

/** A page of what a manager may see by name. */
export const loadList = (
	deps: Deps,
	{ workspaceId, programId, actor }: Visit,
	list: List,
	page: number,
): Promise<ListPage> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		const asked = { programId, managerId: actor.personId, page };
		const { name: program } = await readProgram(trx, programId);
		if (list === "mentorships") {
			const found = await listMentorshipsByName(trx, asked);
			return { programId, program, page, list, ...found };
		}
		const isUnreachable = list === "unreachable";
		const found = await listPeopleByName(trx, asked, isUnreachable);
		return { programId, program, page, list, ...found };
	});
