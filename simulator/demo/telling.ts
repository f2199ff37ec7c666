import { type WorkspaceTrx, withWorkspace } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import type { Ask } from "../../src/matching/ask.ts";
import { find } from "../../src/matching/find.service.ts";
import { readMentorshipsOf } from "../../src/mentorships/mentorships.service.ts";
import type { Visit } from "../../src/slack/feature.ts";
import { acceptFrom, ask } from "./asking.ts";
import { ago, type Seeded, visitOf } from "./seeded.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** Somebody does something, so many days ago. */
export type Act = <T>(
	person: DemoPerson,
	days: number,
	what: (deps: Deps, visit: Visit) => Promise<T>,
) => Promise<T>;

/** What the mentorships of the demo's mentee are made with. */
export type Tell = {
	mentee: DemoPerson;
	mentor: DemoPerson;
	act: Act;
	/** Days ago it began, by an ask that was accepted; gives its id. */
	begins(mentor: DemoPerson, days: number, ask: Partial<Ask>): Promise<string>;
	/** Whoever comes first in a search and offers this kind. */
	finds(query: string, kind: string): Promise<DemoPerson>;
};

/** null: nobody here stands out. */
export function tellOf(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
): Tell | null {
	const { people } = workspace;
	const byId = (id: string | null) => people.find((one) => one.id === id);
	const [mentee, mentor] = [byId(workspace.mentee), byId(workspace.mentor)];
	if (!mentee || !mentor) return null;
	const act: Act = (person, days, what) => {
		const then = ago(deps, days);
		return what(then, visitOf(then, seeded, person));
	};
	return {
		mentee,
		mentor,
		act,
		async begins(other, days, differs) {
			const mentorId = seeded.personIds.get(other.id) ?? "";
			const then = ago(deps, days);
			await ask(then, seeded, mentee, mentorId, differs);
			await acceptFrom(then, seeded, workspace, other.id);
			return withWorkspace(deps.db, seeded.workspaceId, async (trx) => {
				const menteeId = seeded.personIds.get(mentee.id) ?? "";
				const mine = await readMentorshipsOf(trx, menteeId);
				const begun = mine.find(({ members }) =>
					members.some(({ personId }) => personId === mentorId),
				);
				if (!begun) throw new RangeError(`${other.name} did not accept`);
				const { mentorshipId } = begun;
				await dateBack(trx, mentorshipId, then.now());
				return mentorshipId;
			});
		},
		async finds(query, kind) {
			const visit = visitOf(deps, seeded, mentee);
			for (let offset: number | null = 0; offset !== null; ) {
				const page = await find(deps, visit, { query, offset });
				const found = page.found.find(
					({ slackUserId, kinds }) =>
						slackUserId !== mentor.id && kinds.some((one) => one === kind),
				);
				const person = found && byId(found.slackUserId);
				if (person) return person;
				offset = page.next;
			}
			throw new RangeError(`Nobody offers ${kind} for ${query}`);
		},
	};
}

/** The database has its own clock: a row of a mentorship is of today. */
export async function dateBack(
	trx: WorkspaceTrx,
	mentorshipId: string,
	at: Date,
): Promise<void> {
	await trx
		.updateTable("mentorship")
		.set({ created_at: at, since: at })
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.execute();
}
