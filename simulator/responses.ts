import { nameBlocks } from "./elements.ts";
import { edit, post, remove } from "./messages.ts";
import type { ResponseTarget } from "./response-urls.ts";
import { checkMessage } from "./rules/check.ts";
import type { Sim } from "./sim.ts";
import type { TeamState } from "./state.ts";

export type Answer = {
	text?: unknown;
	blocks?: unknown;
	response_type?: unknown;
	replace_original?: unknown;
	delete_original?: unknown;
	metadata?: unknown;
};

/**
 * Shows what the app answers to a command or through a response_url. Returns
 * Slack's error code when it refuses, else null.
 */
export function showAnswer(
	sim: Sim,
	state: TeamState,
	target: ResponseTarget,
	answer: Answer,
): string | null {
	const conversation = state.conversations.get(target.conversation);
	if (!conversation) return "channel_not_found";
	const original = conversation.messages.find(
		({ ts }) => ts === target.message,
	);
	if (isTrue(answer.delete_original)) {
		if (original) remove(sim, state, conversation, original.ts);
		return original ? null : "message_not_found";
	}
	const [problem] = checkMessage({
		text: answer.text,
		blocks: answer.blocks,
		metadata: answer.metadata,
	});
	if (problem) {
		sim.log(`answer refused: ${problem.error}, ${problem.message}`);
		return problem.error;
	}
	const content = {
		text: String(answer.text ?? ""),
		blocks: nameBlocks(answer.blocks, sim.ids),
		metadata: answer.metadata,
	};
	if (isTrue(answer.replace_original) && original) {
		edit(sim, state, original, content);
		return null;
	}
	post(sim, state, conversation, {
		...content,
		user: state.team.botUserId,
		fromApp: true,
		...(answer.response_type !== "in_channel" && { ephemeralTo: target.user }),
	});
	return null;
}

function isTrue(flag: unknown): boolean {
	return flag === true || flag === "true";
}
