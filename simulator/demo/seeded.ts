import { newId } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import type { Visit } from "../../src/slack/feature.ts";
import { textFor } from "../../src/slack/text.ts";
import type { DemoPerson } from "./workspace.ts";

/** What seeding knows of a workspace once its people are there. */
export type Seeded = {
	workspaceId: string;
	programId: string;
	/** Our ids by Slack's. */
	personIds: Map<string, string>;
	/** Our topic ids by the demo's. */
	topicIds: Map<string, string>;
};

/** Someone's request, as it would have come through the gate. */
export function visitOf(
	deps: Deps,
	{ workspaceId, programId, personIds }: Seeded,
	person: DemoPerson,
): Visit {
	return {
		workspaceId,
		programId,
		actor: {
			personId: personIds.get(person.id) ?? "",
			slackUserId: person.id,
			name: person.name,
			zone: person.zone,
			locale: person.locale,
			slackRole: "member",
			manages: [],
			enrollment: person.enrollment && {
				role: person.enrollment.role,
				state: "open",
				ready: true,
			},
		},
		text: textFor(person.locale),
		now: deps.now(),
		key: `seed:${newId()}`,
	};
}
