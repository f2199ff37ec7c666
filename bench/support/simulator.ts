import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import type { Place } from "./arena.ts";

/** A local Slack with the people of these places, and without rate limits. */
export function startSimulator(places: Place[]): Promise<Slack> {
	const byWorkspace = Map.groupBy(places, ({ workspaceId }) => workspaceId);
	const teams = [...byWorkspace].map(([workspaceId, its]) => ({
		id: workspaceId,
		name: "Acme",
		domain: "acme",
		botToken: `xoxb-${workspaceId}`,
		botUserId: "U0MENTOR",
		botId: "B0MENTOR",
		users: its
			.flatMap(({ people }) => people)
			.map((personId) => ({
				id: `U${personId}`,
				name: "colleague",
				real_name: "A colleague",
				tz: "UTC",
			})),
	}));
	return startSlack({ world: { ...smallWorld, teams }, limits: "off" });
}
