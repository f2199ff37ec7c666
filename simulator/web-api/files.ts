import { nameBlocks } from "../elements.ts";
import { createFile, fileObject } from "../files.ts";
import { post } from "../messages.ts";
import { checkMessage } from "../rules/check.ts";
import type { StoredConversation, StoredFile } from "../state.ts";
import { isMember, postingChannel } from "./channel.ts";
import {
	type Call,
	insist,
	type Method,
	refusal,
	required,
	SlackError,
	text,
} from "./method.ts";

/** Says where the bytes go; nobody sees the file before it is completed. */
export const filesGetUploadUrlExternal: Method = {
	needs: ["files:write"],
	perMinute: 100,
	run(call) {
		const { sim, state, args } = call;
		const name = required(args, "filename");
		const size = Number(text(args, "length") ?? 0);
		if (!Number.isInteger(size) || size < 0)
			throw refusal("invalid_arguments", ["length must be an integer"]);
		if (size === 0) throw new SlackError("missing_argument");
		const user = state.team.botUserId;
		const file = createFile(sim, state, { name, user, size });
		return {
			upload_url: `${sim.url()}/upload/v1/${state.team.id}/${file.id}`,
			file_id: file.id,
		};
	},
};

/**
 * Shares what was uploaded. Slack answers before it has done so: the message
 * comes a moment later, and a "late" fault of "file_share" holds it back.
 */
export const filesCompleteUploadExternal: Method = {
	needs: ["files:write"],
	perMinute: 100,
	run(call) {
		const { sim, state } = call;
		const files = uploadsNamed(call);
		const conversations = channelsNamed(call);
		const content = commentOf(call);
		for (const file of files) file.stage = "complete";
		for (const conversation of conversations)
			void share(call, conversation, files, content);
		return { files: files.map((file) => fileObject(sim, state, file)) };
	},
};

export const filesInfo: Method = {
	needs: ["files:read"],
	perMinute: 100,
	run(call) {
		const { sim, state, args } = call;
		const file = state.files.get(required(args, "file"));
		if (!file || file.content === null || !isKnown(call, file))
			throw new SlackError("file_not_found");
		return {
			file: fileObject(sim, state, file),
			comments: [],
			response_metadata: { next_cursor: "" },
		};
	},
};

/** The bot's own, given to it in a form, or shared where it is a member. */
function isKnown(call: Call, { user, stage, shares }: StoredFile): boolean {
	const { conversations, team } = call.state;
	return (
		user === team.botUserId ||
		stage === "given" ||
		shares.some(({ channel }) => {
			const conversation = conversations.get(channel);
			return conversation !== undefined && isMember(call, conversation);
		})
	);
}

/** The app's uploads whose bytes are there; each can be completed once. */
function uploadsNamed({ state, args }: Call): StoredFile[] {
	const { files } = args;
	if (!Array.isArray(files) || files.length === 0)
		throw refusal("invalid_arguments", ["missing required field: files"]);
	return files.map((named: unknown) => {
		const { id, title } = Object(named) as { id?: unknown; title?: unknown };
		const file = state.files.get(String(id));
		if (file?.stage !== "uploaded") throw new SlackError("file_not_found");
		if (typeof title === "string") file.title = title;
		return file;
	});
}

function channelsNamed(call: Call): StoredConversation[] {
	const { args } = call;
	// Threads are not simulated, as for messages.
	if (text(args, "thread_ts")) throw new SlackError("cannot_reply_to_message");
	const one = text(args, "channel_id");
	// A person's id is only taken among `channels`.
	if (one && /^[UW]/.test(one)) throw new SlackError("channel_not_found");
	const all = one ? [one] : (text(args, "channels") ?? "").split(",");
	return all
		.filter((id) => id !== "")
		.map((channel) => postingChannel({ ...call, args: { channel } }));
}

/** Blocks count only where there is no comment, as in Slack. */
function commentOf({ sim, args }: Call) {
	const comment = text(args, "initial_comment");
	if (comment !== undefined) {
		insist(checkMessage({ text: comment }));
		return { text: comment, blocks: [] };
	}
	const { blocks } = args;
	insist(checkMessage({ text: "A file", blocks }));
	return { text: "", blocks: nameBlocks(blocks, sim.ids) };
}

async function share(
	{ sim, state }: Call,
	conversation: StoredConversation,
	files: StoredFile[],
	content: ReturnType<typeof commentOf>,
): Promise<void> {
	const late = sim.faults.take(["late"], {
		method: "file_share",
		team: state.team.id,
		channel: conversation.id,
	});
	if (late) await sim.faults.hold(late);
	else await new Promise((resolve) => setImmediate(resolve));
	const { ts } = post(sim, state, conversation, {
		...content,
		user: state.team.botUserId,
		fromApp: true,
		files: files.map(({ id }) => id),
	});
	for (const file of files) file.shares.push({ channel: conversation.id, ts });
}
