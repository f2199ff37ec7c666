import { idOfMembers } from "./ids.ts";
import { nameOf } from "./people.ts";
import type { StoredConversation, TeamState } from "./state.ts";
import type { Channel } from "./surface.ts";
import type { World } from "./world.ts";

/** The DM or group DM of exactly these people, made when there is none. */
export function openAmong(
	state: TeamState,
	people: string[],
): { conversation: StoredConversation; isNew: boolean } {
	const members = [...new Set(people)].sort();
	const isDm = members.length <= 2;
	const id = idOfMembers(isDm ? "D" : "G", members);
	const found = state.conversations.get(id);
	if (found) return { conversation: found, isNew: false };
	const conversation: StoredConversation = {
		id,
		kind: isDm ? "dm" : "group",
		name: "",
		isPrivate: true,
		isArchived: false,
		members,
		messages: [],
	};
	state.conversations.set(id, conversation);
	return { conversation, isNew: true };
}

/** The DM with the app, which everyone has from the start. */
export function appDm(state: TeamState, user: string): StoredConversation {
	return openAmong(state, [user, state.team.botUserId]).conversation;
}

/** How Slack's sidebar calls it for one of its members. */
export function titleOf(
	world: World,
	state: TeamState,
	conversation: StoredConversation,
	viewer: string,
): string {
	if (conversation.kind === "channel") return `#${conversation.name}`;
	const others = conversation.members.filter((id) => id !== viewer);
	const shown = others.length === 0 ? [viewer] : others;
	return shown.map((id) => nameOf(world, state, id)).join(", ");
}

/** The channels this person knows of, joined or not. */
export function channelsFor(state: TeamState, user: string): Channel[] {
	return [...state.conversations.values()]
		.filter(
			({ kind, isPrivate, isArchived, members }) =>
				kind === "channel" &&
				!isArchived &&
				(!isPrivate || members.includes(user)),
		)
		.map(({ id, name, isPrivate }) => ({ id, name: `#${name}`, isPrivate }));
}

/** The name Slack puts beside the id in what it sends to apps. */
export function nameInPayload(conversation: StoredConversation): string {
	if (conversation.kind === "dm") return "directmessage";
	if (conversation.kind === "group" || conversation.isPrivate)
		return "privategroup";
	return conversation.name;
}

/** A conversation this person is in. */
export function conversationOf(
	state: TeamState,
	user: string,
	id: string,
): StoredConversation | undefined {
	const found = state.conversations.get(id);
	return found?.members.includes(user) ? found : undefined;
}
