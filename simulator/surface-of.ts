import { appDm, channelsFor, titleOf } from "./conversations.ts";
import { factsOf } from "./files.ts";
import { filesOf, visibleTo } from "./messages.ts";
import { everyone, findUser, toPerson } from "./people.ts";
import type { Sim } from "./sim.ts";
import type {
	StoredConversation,
	StoredMessage,
	StoredView,
	TeamState,
} from "./state.ts";
import type { Conversation, Message, Surface, View } from "./surface.ts";
import { valuesOf } from "./values.ts";
import { modalsOf } from "./views.ts";

/** All that one person has before their eyes. Throws for an unknown person. */
export function surfaceOf(sim: Sim, state: TeamState, user: string): Surface {
	const { team } = state;
	const me = findUser(sim.world, state, user);
	if (!me) throw new Error(`There is no ${user} in ${team.id}.`);
	const dm = appDm(state, user);
	const others = [...state.conversations.values()].filter(
		(each) => each !== dm && each.members.includes(user),
	);
	const home = state.homes.get(user);
	return {
		version: sim.changes.version(team.id),
		team: { id: team.id, name: team.name },
		teams: sim.world.teams.map(({ id, name }) => ({ id, name })),
		me: toPerson(me),
		people: everyone(sim.world, state).map(toPerson),
		app: {
			botUser: team.botUserId,
			name: sim.world.appName,
			commands: sim.world.commands,
		},
		shortcuts: sim.world.shortcuts,
		conversations: [dm, ...others].map((each) =>
			conversationFor(sim, state, each, user),
		),
		channels: channelsFor(state, user),
		home: home ? viewFor(home) : null,
		modals: modalsOf(state, user).map(viewFor),
		notices: [...(state.notices.get(user) ?? [])],
	};
}

function conversationFor(
	sim: Sim,
	state: TeamState,
	conversation: StoredConversation,
	user: string,
): Conversation {
	const { id, kind, members } = conversation;
	const seen = conversation.messages.filter((each) => visibleTo(each, user));
	const readTs = state.read.get(`${user} ${id}`) ?? "";
	return {
		id,
		kind,
		name: titleOf(sim.world, state, conversation, user),
		members: [...members],
		messages: seen.map((message) => messageFor(state, message, user)),
		unread: seen.filter((each) => each.ts > readTs && each.user !== user)
			.length,
	};
}

function messageFor(
	state: TeamState,
	message: StoredMessage,
	user: string,
): Message {
	const { ts, text, blocks, editedTs, ephemeralTo } = message;
	const filled = state.filled.get(`${user} ${ts}`);
	return {
		ts,
		user: message.user,
		text,
		blocks,
		ephemeral: ephemeralTo !== undefined,
		edited: editedTs !== undefined,
		files: filesOf(state, message).map(factsOf),
		values: valuesOf(blocks, filled?.values ?? {}),
	};
}

function viewFor(view: StoredView): View {
	const { id, type, sent, blocks, values, errors } = view;
	const callback_id =
		typeof sent.callback_id === "string" ? sent.callback_id : "";
	return {
		id,
		type,
		callback_id,
		title: plainText(sent.title) ?? "",
		submit: plainText(sent.submit),
		close: plainText(sent.close),
		blocks,
		values: structuredClone(values),
		errors: { ...errors },
	};
}

function plainText(value: unknown): string | null {
	return typeof value === "object" &&
		value !== null &&
		"text" in value &&
		typeof value.text === "string"
		? value.text
		: null;
}
