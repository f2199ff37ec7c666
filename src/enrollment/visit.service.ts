import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
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
		const person = await readPerson(trx, personId);
		const place = await readWorkspace(trx);
		if (!person || !place) return null;
		const userId = person.slackUserId;
		const facts = await findFacts(trx, { ...place, userId }, null);
		const actor = facts && actorOf(facts);
		if (!actor || facts.person?.standing !== "member") return null;
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
