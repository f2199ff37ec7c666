import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readFirstProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { textFor } from "../slack/text.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { findEnrollment } from "./enrollment.queries.ts";

/** Someone as the gate would show them, to draw their Home unasked. */
export async function readVisit(
	deps: Deps,
	{ workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Visit | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const person = await readPerson(trx, personId);
		if (person?.standing !== "member") return null;
		const programId = await readFirstProgram(trx);
		const enrollment = await findEnrollment(trx, { programId, personId });
		return {
			workspaceId,
			programId,
			actor: {
				personId,
				slackUserId: person.slackUserId,
				name: person.name,
				zone: person.zone,
				locale: person.locale,
				enrollment: enrollment
					? {
							role: enrollment.role,
							state: enrollment.state,
							ready: enrollment.ready_at !== null,
						}
					: null,
			},
			text: textFor(person.locale),
			now: deps.now(),
			key: `home:${personId}`,
		};
	});
}
