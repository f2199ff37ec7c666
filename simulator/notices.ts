import type { Sim } from "./sim.ts";
import type { TeamState } from "./state.ts";
import type { ActResult } from "./surface.ts";

/** Slack says something to one person; also the result of what they did. */
export function fail(
	sim: Sim,
	state: TeamState,
	user: string,
	error: string,
): ActResult {
	state.lastNotice += 1;
	const notices = state.notices.get(user) ?? [];
	state.notices.set(user, [...notices, { id: state.lastNotice, text: error }]);
	sim.changes.bump(state.team.id);
	return { ok: false, error };
}

export function dismiss(
	sim: Sim,
	state: TeamState,
	user: string,
	id: number,
): void {
	const notices = state.notices.get(user) ?? [];
	state.notices.set(
		user,
		notices.filter((notice) => notice.id !== id),
	);
	sim.changes.bump(state.team.id);
}
