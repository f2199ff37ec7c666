import type { Conversation, Surface } from "../surface.ts";

/** The DM with the app; its unread mark stands at *Messages*. */
export function appDmOf(surface: Surface): Conversation | undefined {
	return dmWith(surface, surface.app.botUser);
}

export function dmWith(
	{ conversations, me }: Surface,
	person: string,
): Conversation | undefined {
	const alone = person === me.id;
	return conversations.find(
		(each) =>
			each.kind === "dm" &&
			isWith(each, person) &&
			(!alone || each.members.length === 1),
	);
}

export function isWith(conversation: Conversation, person: string): boolean {
	return conversation.members.includes(person);
}
