import { fileObject } from "./files.ts";
import type { Sim } from "./sim.ts";
import {
	nextTs,
	type StoredConversation,
	type StoredFile,
	type StoredMessage,
	type TeamState,
} from "./state.ts";
import type { Block } from "./surface.ts";
import type { SlackEvent } from "./to-app/events.ts";
import { tell } from "./to-app/tell.ts";

export type Draft = {
	user: string;
	text: string;
	blocks: Block[];
	fromApp: boolean;
	ephemeralTo?: string;
	metadata?: unknown;
	files?: string[];
};

/** Posts, and lets the app know where it may read. */
export function post(
	sim: Sim,
	state: TeamState,
	conversation: StoredConversation,
	draft: Draft,
): StoredMessage {
	const message = { ...draft, ts: nextTs(state, sim.now()) };
	conversation.messages.push(message);
	sim.changes.bump(state.team.id);
	if (draft.ephemeralTo === undefined)
		announce(sim, state, conversation, message);
	return message;
}

export function edit(
	sim: Sim,
	state: TeamState,
	message: StoredMessage,
	next: Pick<Draft, "text" | "blocks"> & { metadata?: unknown },
): void {
	message.text = next.text;
	message.blocks = next.blocks;
	message.editedTs = nextTs(state, sim.now());
	if (next.metadata !== undefined) message.metadata = next.metadata;
	sim.changes.bump(state.team.id);
}

export function remove(
	sim: Sim,
	state: TeamState,
	conversation: StoredConversation,
	ts: string,
): void {
	conversation.messages = conversation.messages.filter(
		(message) => message.ts !== ts,
	);
	sim.changes.bump(state.team.id);
}

export function visibleTo(message: StoredMessage, user: string): boolean {
	return message.ephemeralTo === undefined || message.ephemeralTo === user;
}

export function filesOf(
	state: TeamState,
	{ files = [] }: StoredMessage,
): StoredFile[] {
	return files.flatMap((id) => state.files.get(id) ?? []);
}

/** Slack's own name for a kind of conversation, in events and scopes. */
export function channelType(conversation: StoredConversation): {
	type: "im" | "mpim" | "channel" | "group";
	scopes: "im" | "mpim" | "channels" | "groups";
} {
	if (conversation.kind === "dm") return { type: "im", scopes: "im" };
	if (conversation.kind === "group") return { type: "mpim", scopes: "mpim" };
	return conversation.isPrivate
		? { type: "group", scopes: "groups" }
		: { type: "channel", scopes: "channels" };
}

/** A message as the Web API and payloads show it. */
export function messageObject(
	sim: Sim,
	state: TeamState,
	message: StoredMessage,
): Record<string, unknown> {
	const { team } = state;
	const { ts, user, text, blocks, editedTs } = message;
	const files = filesOf(state, message);
	return {
		type: "message",
		user,
		ts,
		text,
		team: team.id,
		...(message.fromApp && {
			bot_id: team.botId,
			app_id: sim.world.appId,
			bot_profile: {
				id: team.botId,
				app_id: sim.world.appId,
				name: sim.world.appName,
				team_id: team.id,
				deleted: false,
			},
		}),
		...(blocks.length > 0 && { blocks }),
		...(files.length > 0 && {
			files: files.map((file) => fileObject(sim, state, file)),
			upload: true,
		}),
		...(editedTs && { edited: { user, ts: editedTs } }),
	};
}

/** The app hears its own messages too, and must not answer itself. */
function announce(
	sim: Sim,
	state: TeamState,
	conversation: StoredConversation,
	message: StoredMessage,
): void {
	const { team } = state;
	const { type, scopes } = channelType(conversation);
	const mayRead = team.scopes?.includes(`${scopes}:history`) ?? false;
	if (!mayRead || !conversation.members.includes(team.botUserId)) return;
	const event: SlackEvent = {
		...messageObject(sim, state, message),
		type: "message",
		...(message.files && { subtype: "file_share" }),
		channel: conversation.id,
		channel_type: type,
		event_ts: message.ts,
		...(!message.fromApp && {
			client_msg_id: sim.ids.next("M"),
			blocks: richText(message),
		}),
	};
	tell(sim, state, event);
}

function richText({ text, ts }: StoredMessage): Block[] {
	const elements = [
		{ type: "rich_text_section", elements: [{ type: "text", text }] },
	];
	return [{ type: "rich_text", block_id: ts, elements }];
}
