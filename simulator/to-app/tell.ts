import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";
import type { SlackEvent } from "./events.ts";

/** Sends an event without waiting for it, as Slack does. */
export function tell(sim: Sim, state: TeamState, event: SlackEvent): void {
	sim.events.send(state.team, event).catch((error: unknown) => {
		sim.log(`event ${event.type} failed: ${String(error)}`);
	});
}
