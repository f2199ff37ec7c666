import { fail } from "../notices.ts";
import { interactionBase } from "../payloads.ts";
import type { Sim } from "../sim.ts";
import type { StoredView, TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import { dropModal, modalsOf, viewObject } from "../views.ts";
import type { SlackUser } from "../world.ts";

/**
 * Someone closes the modal on top, or all of them by the cross. The app hears
 * of those views that asked to be told.
 */
export async function close(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: { view_id: string; all?: boolean },
): Promise<ActResult> {
	const stack = modalsOf(state, user.id);
	const top = stack.at(-1);
	if (top?.id !== act.view_id)
		return fail(sim, state, user.id, "This is no longer there.");
	const isCleared = act.all === true || top.sent.clear_on_close === true;
	const closed = isCleared ? [...stack].reverse() : [top];
	for (const view of closed) dropModal(state, view);
	sim.changes.bump(state.team.id);
	const heard = closed.filter(({ sent }) => sent.notify_on_close === true);
	await Promise.all(
		heard.map((view) => sendClosed(sim, state, user, view, isCleared)),
	);
	return { ok: true };
}

async function sendClosed(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	view: StoredView,
	is_cleared: boolean,
): Promise<void> {
	await sim.callApp({
		type: "interactive",
		name: "view_closed",
		what: `view_closed ${String(view.sent.callback_id ?? "")}`.trim(),
		team: state.team.id,
		payload: {
			type: "view_closed",
			...interactionBase(sim, state, user),
			view: viewObject(sim, state, view),
			is_cleared,
		},
	});
}
