import { conversationOf } from "./conversations.ts";
import { visibleTo } from "./messages.ts";
import type {
	Filled,
	StoredConversation,
	StoredMessage,
	StoredView,
	TeamState,
} from "./state.ts";
import type { Block, Place } from "./surface.ts";
import { valuesOf } from "./values.ts";
import { modalsOf } from "./views.ts";

/** A place with what is rendered there for one person, and what they filled. */
export type Spot = { blocks: Block[]; filled: Filled } & (
	| { kind: "view"; view: StoredView }
	| {
			kind: "message";
			conversation: StoredConversation;
			message: StoredMessage;
	  }
);

/** Undefined when the person cannot see it, or another modal lies on top. */
export function findSpot(
	state: TeamState,
	user: string,
	place: Place,
): Spot | undefined {
	if (place.kind === "view") {
		const shown = [state.homes.get(user), modalsOf(state, user).at(-1)];
		const view = shown.find((each) => each?.id === place.view_id);
		return view && { kind: "view", view, blocks: view.blocks, filled: view };
	}
	const conversation = conversationOf(state, user, place.conversation);
	const message = conversation?.messages.find(
		(each) => each.ts === place.ts && visibleTo(each, user),
	);
	if (!conversation || !message) return undefined;
	const { blocks } = message;
	const filled = filledIn(state, user, message);
	return { kind: "message", conversation, message, blocks, filled };
}

/** A message may have changed since it was filled: inputs that went are gone. */
function filledIn(
	state: TeamState,
	user: string,
	message: StoredMessage,
): Filled {
	const key = `${user} ${message.ts}`;
	const filled = state.filled.get(key) ?? { values: {}, offered: {} };
	filled.values = valuesOf(message.blocks, filled.values);
	state.filled.set(key, filled);
	return filled;
}
