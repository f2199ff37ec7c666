import { dismiss } from "../notices.ts";
import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";
import type { Act, ActResult } from "../surface.ts";
import type { SlackUser } from "../world.ts";
import { touch } from "./click.ts";
import { close } from "./close.ts";
import { runCommand } from "./command.ts";
import { openConversation, openTab, read, say } from "./conversation.ts";
import { useGlobalShortcut, useMessageShortcut } from "./shortcut.ts";
import { submit } from "./submit.ts";
import { upload } from "./upload.ts";

/** Everything a person can do. Resolves when the app has answered or failed. */
export async function perform(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: Act,
): Promise<ActResult> {
	if (user.deleted) return { ok: false, error: "This account is deactivated." };
	switch (act.type) {
		case "command":
			return runCommand(sim, state, user, act);
		case "message":
			return say(sim, state, user, act);
		case "open_home":
			return openTab(sim, state, user, "home");
		case "open_conversation":
			return openConversation(sim, state, user, act.with);
		case "read":
			return read(sim, state, user, act.conversation);
		case "input":
		case "click":
			return touch(sim, state, user, act);
		case "upload":
			return upload(sim, state, user, act);
		case "submit":
			return submit(sim, state, user, act.view_id);
		case "close":
			return close(sim, state, user, act);
		case "shortcut":
			return useGlobalShortcut(sim, state, user, act.callback_id);
		case "message_shortcut":
			return useMessageShortcut(sim, state, user, act);
		case "dismiss_notice":
			dismiss(sim, state, user.id, act.id);
			return { ok: true };
		default:
			return { ok: false, error: "There is nothing like that to do." };
	}
}
