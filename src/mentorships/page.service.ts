import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { nameOutside } from "./external.service.ts";
import type { Mentorship } from "./mentorship.ts";
import type { PagePart } from "./page.ts";
import type { MentorshipPage } from "./page.views.ts";
import {
	findMentorship,
	listMentorshipsOf,
} from "./read-mentorships.queries.ts";

/** Everything about one mentorship; null: there is none of this id. */
export function readPage(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	parts: PagePart[],
): Promise<MentorshipPage | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const found = await findMentorship(trx, mentorshipId);
		const [mentorship] = found ? await nameOutside(deps, trx, [found]) : [];
		return mentorship ? gather(deps, trx, visit, mentorship, parts) : null;
	});
}

/** The same for all that someone has under way, oldest first. */
export function readPages(
	deps: Deps,
	visit: Visit,
	parts: PagePart[],
): Promise<MentorshipPage[]> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const mine = await listMentorshipsOf(trx, visit.actor.personId);
		const named = await nameOutside(deps, trx, mine);
		return Promise.all(
			named.map((mentorship) => gather(deps, trx, visit, mentorship, parts)),
		);
	});
}

async function gather(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	mentorship: Mentorship & { outside: string | null },
	parts: PagePart[],
): Promise<MentorshipPage> {
	const context = { deps, trx, visit, mentorship };
	const said = await Promise.all(parts.map((part) => part(context)));
	return {
		mentorship,
		outside: mentorship.outside,
		lines: said.flatMap((part) => part?.lines ?? []),
		buttons: said.flatMap((part) => part?.buttons ?? []),
		seldom: said.flatMap((part) => part?.seldom ?? []),
	};
}
