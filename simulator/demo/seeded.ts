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

const day = 24 * 3_600_000;

/** The services as they worked some working days ago, in Europe's morning. */
export function ago(deps: Deps, days: number): Deps {
	const at = new Date(deps.now().getTime() - days * day);
	// Nobody meets on a weekend: it was the Friday before.
	const past = at.getUTCDay() === 0 ? 2 : at.getUTCDay() === 6 ? 1 : 0;
	at.setTime(at.getTime() - past * day);
	at.setUTCHours(10, 0, 0, 0);
	return { ...deps, now: () => at };
}

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
