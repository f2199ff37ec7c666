import { messageObject } from "../messages.ts";
import { fail } from "../notices.ts";
import { channelObject, interactionBase, responseUrl } from "../payloads.ts";
import type { Sim } from "../sim.ts";
import { findSpot } from "../spot.ts";
import { nextTs, type TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import type { SlackUser } from "../world.ts";

/** A shortcut from the lightning menu. */
export async function useGlobalShortcut(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	callback_id: string,
): Promise<ActResult> {
	return send(sim, state, user, "global", callback_id, { type: "shortcut" });
}

/** A shortcut from the menu of one message. */
export async function useMessageShortcut(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: { callback_id: string; conversation: string; ts: string },
): Promise<ActResult> {
	const spot = findSpot(state, user.id, { kind: "message", ...act });
	if (spot?.kind !== "message")
		return fail(sim, state, user.id, "This is no longer there.");
	const { conversation, message } = spot;
	return send(sim, state, user, "message", act.callback_id, {
		type: "message_action",
		channel: channelObject(conversation),
		message: messageObject(sim, state, message),
		message_ts: message.ts,
		response_url: responseUrl(
			sim,
			state.team.id,
			user.id,
			conversation,
			message,
		),
	});
}

async function send(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	type: "global" | "message",
	callback_id: string,
	payload: { type: string; [key: string]: unknown },
): Promise<ActResult> {
	const isKnown = sim.world.shortcuts.some(
		(shortcut) =>
			shortcut.callback_id === callback_id && shortcut.type === type,
	);
	if (!isKnown) return fail(sim, state, user.id, "There is no such shortcut.");
	const team = state.team.id;
	const answer = await sim.callApp({
		type: "interactive",
		name: payload.type,
		what: `${payload.type} ${callback_id}`,
		team,
		payload: {
			...interactionBase(sim, state, user),
			...payload,
			callback_id,
			trigger_id: sim.triggers.issue({ team, user: user.id, view: null }),
			action_ts: nextTs(state, sim.now()),
		},
	});
	return answer.ok
		? { ok: true }
		: fail(sim, state, user.id, `${sim.world.appName} is not responding.`);
}
