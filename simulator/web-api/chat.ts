import { nameBlocks } from "../elements.ts";
import { edit, messageObject, post, remove } from "../messages.ts";
import { findUser } from "../people.ts";
import { checkMessage } from "../rules/check.ts";
import type { StoredConversation, StoredMessage } from "../state.ts";
import type { Block } from "../surface.ts";
import { namedChannel, postingChannel } from "./channel.ts";
import {
	type Call,
	insist,
	type Method,
	required,
	SlackError,
	text,
} from "./method.ts";

function content({ sim, args }: Call): {
	text: string;
	blocks: Block[];
	metadata: unknown;
} {
	const { blocks, metadata } = args;
	insist(checkMessage({ text: args.text, blocks, metadata }));
	return {
		text: text(args, "text") ?? "",
		blocks: nameBlocks(blocks, sim.ids),
		metadata,
	};
}

export const chatPostMessage: Method = {
	needs: ["chat:write"],
	// Its own limits stand in `serve.ts`.
	perMinute: 300,
	run(call) {
		const { sim, state, args } = call;
		const conversation = postingChannel(call);
		// Threads are not simulated; to flatten them silently would deceive.
		if (text(args, "thread_ts"))
			throw new SlackError("cannot_reply_to_message");
		const message = post(sim, state, conversation, {
			...content(call),
			user: state.team.botUserId,
			fromApp: true,
		});
		return {
			channel: conversation.id,
			ts: message.ts,
			message: messageObject(sim, state, message),
		};
	},
};

export const chatPostEphemeral: Method = {
	needs: ["chat:write"],
	perMinute: 100,
	run(call) {
		const { sim, state, args } = call;
		const conversation = postingChannel(call);
		const reader = required(args, "user");
		if (!findUser(sim.world, state, reader))
			throw new SlackError("user_not_found");
		if (!conversation.members.includes(reader))
			throw new SlackError("user_not_in_channel");
		const message = post(sim, state, conversation, {
			...content(call),
			user: state.team.botUserId,
			fromApp: true,
			ephemeralTo: reader,
		});
		return { message_ts: message.ts };
	},
};

export const chatUpdate: Method = {
	needs: ["chat:write"],
	perMinute: 50,
	run(call) {
		const { sim, state, args } = call;
		const { conversation, message } = ownMessage(call, "cant_update_message");
		const kept = args.blocks === undefined && args.text === undefined;
		if (kept) throw new SlackError("no_text");
		edit(sim, state, message, content(call));
		return {
			channel: conversation.id,
			ts: message.ts,
			text: message.text,
			message: messageObject(sim, state, message),
		};
	},
};

export const chatDelete: Method = {
	needs: ["chat:write"],
	perMinute: 50,
	run(call) {
		const { conversation, message } = ownMessage(call, "cant_delete_message");
		remove(call.sim, call.state, conversation, message.ts);
		return { channel: conversation.id, ts: message.ts };
	},
};

/** Ephemeral messages cannot be reached by their ts. */
function ownMessage(
	call: Call,
	notOurs: string,
): { conversation: StoredConversation; message: StoredMessage } {
	const conversation = namedChannel(call);
	const ts = required(call.args, "ts");
	const message = conversation.messages.find(
		(each) => each.ts === ts && each.ephemeralTo === undefined,
	);
	if (!message) throw new SlackError("message_not_found");
	if (!message.fromApp) throw new SlackError(notOurs);
	return { conversation, message };
}
