import { conversationOf } from "../conversations.ts";
import { fail } from "../notices.ts";
import { commandPayload } from "../payloads.ts";
import { type Answer, showAnswer } from "../responses.ts";
import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import type { SlackUser } from "../world.ts";
import { invite } from "./invite.ts";
import { escapeTyped } from "./mentions.ts";

/** Someone types a command and presses Enter. */
export async function runCommand(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: { conversation: string; text: string },
): Promise<ActResult> {
	const conversation = conversationOf(state, user.id, act.conversation);
	if (!conversation) return fail(sim, state, user.id, "channel_not_found");
	const [, command = "", typed = ""] =
		/^(\/\S*)\s*([\s\S]*)$/.exec(act.text.trim()) ?? [];
	if (command === "/invite")
		return invite(sim, state, user, conversation, typed);
	if (!sim.world.commands.includes(command))
		return fail(sim, state, user.id, `${command} is not a valid command.`);

	const text = escapeTyped(sim.world, state, typed);
	const answer = await sim.callApp({
		type: "slash_commands",
		name: "command",
		what: `command ${act.text.trim()}`,
		team: state.team.id,
		payload: commandPayload(sim, state, user, { command, text, conversation }),
	});
	if (!answer.ok)
		return fail(
			sim,
			state,
			user.id,
			answer.reason === "timeout"
				? `${command} failed because the app did not respond`
				: `${command} failed with the error "dispatch_failed"`,
		);
	if (answer.body === null) return { ok: true };
	const target = {
		team: state.team.id,
		user: user.id,
		conversation: conversation.id,
		message: null,
	};
	const error = showAnswer(sim, state, target, asAnswer(answer.body));
	return error === null
		? { ok: true }
		: fail(sim, state, user.id, `${command} failed with the error "${error}"`);
}

function asAnswer(body: unknown): Answer {
	return typeof body === "object" && body !== null
		? body
		: { text: String(body) };
}
