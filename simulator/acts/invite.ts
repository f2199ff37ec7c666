import { fail } from "../notices.ts";
import { findUser } from "../people.ts";
import type { Sim } from "../sim.ts";
import type { StoredConversation, TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import { tell } from "../to-app/tell.ts";
import type { SlackUser } from "../world.ts";
import { escapeTyped } from "./mentions.ts";

/** Slack's own `/invite @someone`, the way an app gets into a channel. */
export function invite(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	conversation: StoredConversation,
	typed: string,
): ActResult {
	const [, id = ""] =
		/<@(\w+)/.exec(escapeTyped(sim.world, state, typed)) ?? [];
	if (conversation.kind !== "channel" || !findUser(sim.world, state, id))
		return fail(sim, state, user.id, `Nobody was invited by "${typed}".`);
	if (!conversation.members.includes(id)) conversation.members.push(id);
	sim.changes.bump(state.team.id);
	tell(sim, state, {
		type: "member_joined_channel",
		user: id,
		channel: conversation.id,
		channel_type: conversation.isPrivate ? "G" : "C",
		team: state.team.id,
		inviter: user.id,
	});
	return { ok: true };
}
