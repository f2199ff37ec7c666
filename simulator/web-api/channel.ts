import { openAmong } from "../conversations.ts";
import { channelType } from "../messages.ts";
import { findUser, nameOf } from "../people.ts";
import type { StoredConversation } from "../state.ts";
import { type Call, required, SlackError } from "./method.ts";

/** The conversation an argument names, if the app may know that it exists. */
export function namedChannel(
	call: Call,
	argument = "channel",
): StoredConversation {
	const id = required(call.args, argument);
	const found = call.state.conversations.get(id);
	if (!found || !isKnown(call, found))
		throw new SlackError("channel_not_found");
	return found;
}

export function isMember(
	{ state }: Call,
	conversation: StoredConversation,
): boolean {
	return conversation.members.includes(state.team.botUserId);
}

/** Private conversations of others do not exist for the app. */
export function isKnown(call: Call, conversation: StoredConversation): boolean {
	return !conversation.isPrivate || isMember(call, conversation);
}

/** Where a message goes: a conversation's id, or a person's for their DM. */
export function postingChannel(call: Call): StoredConversation {
	const id = required(call.args, "channel");
	if (/^[UW]/.test(id))
		return openWith(call, [id], "channel_not_found").conversation;
	const conversation = namedChannel(call);
	if (!isMember(call, conversation)) throw new SlackError("not_in_channel");
	if (conversation.isArchived) throw new SlackError("is_archived");
	if (conversation.kind === "dm") refuseUnreachable(call, conversation.members);
	return conversation;
}

/** The conversation of the app with these people. */
export function openWith(
	call: Call,
	people: string[],
	unknown: string,
): { conversation: StoredConversation; isNew: boolean } {
	const { sim, state } = call;
	for (const id of people)
		if (!findUser(sim.world, state, id)) throw new SlackError(unknown);
	refuseUnreachable(call, people);
	const opened = openAmong(state, [...people, state.team.botUserId]);
	if (opened.isNew) sim.changes.bump(state.team.id);
	return opened;
}

function refuseUnreachable({ sim, state }: Call, people: string[]): void {
	for (const id of people) {
		const user = findUser(sim.world, state, id);
		if (user?.deleted) throw new SlackError("user_disabled");
		if (user?.is_bot && id !== state.team.botUserId)
			throw new SlackError("cannot_dm_bot");
	}
}

/** Slack's conversation object, with the flags that tell the kinds apart. */
export function channelFacts(
	call: Call,
	conversation: StoredConversation,
): Record<string, unknown> {
	const { sim, state } = call;
	const { id, members } = conversation;
	const { type } = channelType(conversation);
	const common = { id, created: 1_700_000_000, is_org_shared: false };
	if (type === "im") {
		const user = members.find((each) => each !== state.team.botUserId);
		return { ...common, is_im: true, user, is_open: true };
	}
	const names = members.map((each) => nameOf(sim.world, state, each));
	return {
		...common,
		name: type === "mpim" ? `mpdm-${names.join("--")}-1` : conversation.name,
		is_channel: type === "channel",
		is_group: type === "group",
		is_im: false,
		is_mpim: type === "mpim",
		is_private: conversation.isPrivate,
		is_archived: conversation.isArchived,
		is_member: isMember(call, conversation),
		num_members: members.length,
	};
}
