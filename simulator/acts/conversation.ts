import { appDm, conversationOf, openAmong } from "../conversations.ts";
import { post } from "../messages.ts";
import { fail } from "../notices.ts";
import { findUser } from "../people.ts";
import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import { tell } from "../to-app/tell.ts";
import { viewObject } from "../views.ts";
import type { SlackUser } from "../world.ts";
import { escapeTyped } from "./mentions.ts";

/** Someone writes a plain message. */
export function say(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: { conversation: string; text: string },
): ActResult {
	const conversation = conversationOf(state, user.id, act.conversation);
	if (!conversation || act.text.trim() === "")
		return fail(sim, state, user.id, "The message could not be sent.");
	const message = post(sim, state, conversation, {
		user: user.id,
		text: escapeTyped(sim.world, state, act.text),
		blocks: [],
		fromApp: false,
	});
	state.read.set(`${user.id} ${conversation.id}`, message.ts);
	return { ok: true };
}

/** Opening the app's Home or its DM is an event; opening others is not. */
export function openTab(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	tab: "home" | "messages",
): ActResult {
	const home = state.homes.get(user.id);
	tell(sim, state, {
		type: "app_home_opened",
		user: user.id,
		channel: appDm(state, user.id).id,
		tab,
		...(tab === "home" && home && { view: viewObject(sim, state, home) }),
	});
	return { ok: true };
}

export function openConversation(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	other: string,
): ActResult {
	if (!findUser(sim.world, state, other))
		return fail(sim, state, user.id, "There is nobody like that here.");
	openAmong(state, [user.id, other]);
	sim.changes.bump(state.team.id);
	return other === state.team.botUserId
		? openTab(sim, state, user, "messages")
		: { ok: true };
}

/** Marks all there is as read; silent when it was, so that nothing loops. */
export function read(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	id: string,
): ActResult {
	const last = conversationOf(state, user.id, id)?.messages.at(-1)?.ts ?? "";
	const key = `${user.id} ${id}`;
	if (last > (state.read.get(key) ?? "")) {
		state.read.set(key, last);
		sim.changes.bump(state.team.id);
	}
	return { ok: true };
}
