import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { chooseProgram } from "../programs/choose.service.ts";
import { actorOf } from "../slack/facts.ts";
import type { Visit } from "../slack/feature.ts";
import { findFacts } from "../slack/gate.queries.ts";
import { textFor } from "../slack/text.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { readWorkspace } from "../workspaces/workspaces.service.ts";

/** Someone as the gate would show them, to draw their Home unasked. */
export async function readVisit(
	deps: Deps,
	{ workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Visit | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [person, place] = await Promise.all([
			readPerson(trx, personId),
			readWorkspace(trx),
		]);
		if (!person || !place) return null;
		const userId = person.slackUserId;
		const facts = await findFacts(trx, { ...place, userId }, null);
		const actor = facts && actorOf(facts);
		const { standing } = facts?.person ?? {};
		const isGuest = standing === "guest" && facts?.allows_guests;
		if (!actor || (standing !== "member" && !isGuest)) return null;
		return {
			workspaceId,
			programId: facts.program_id ?? "",
			actor,
			text: textFor(actor.locale),
			now: deps.now(),
			key: `home:${personId}`,
		};
	});
}

/** Looks at this program from now on; null: there is none of this id. */
export async function visitTo(
	deps: Deps,
	visit: Visit,
	programId: string,
): Promise<Visit | null> {
	const { workspaceId, actor, key } = visit;
	// The request's own key is for what it does there.
	const choice = { ...visit, key: `choose:${key}` };
	if ((await chooseProgram(deps, choice, programId)) === null) return null;
	const there = await readVisit(deps, {
		workspaceId,
		personId: actor.personId,
	});
	return there && { ...there, key };
}
