import type { Channel, Conversation, Person } from "../surface.ts";

/** What one person knows of a workspace's conversations. */
export type Known = {
	people: Pick<Person, "id" | "isBot">[];
	conversations: Pick<Conversation, "id" | "kind" | "name" | "members">[];
	channels: Channel[];
};

type Filter = {
	include?: string[];
	exclude_bot_users?: boolean;
};

/**
 * The conversations a select offers: their own DMs and group DMs, and all the
 * channels they know, as far as its filter lets them.
 */
export function offersOf(
	{ type, filter }: { type: string; filter?: Filter | undefined },
	{ people, conversations, channels }: Known,
): { id: string; name: string }[] {
	if (/channels_select$/.test(type))
		return channels.filter(({ isPrivate }) => !isPrivate);
	const includes = (kind: string) => filter?.include?.includes(kind) ?? true;
	const bots = people.filter(({ isBot }) => isBot).map(({ id }) => id);
	const isLeftOut = ({ members }: Known["conversations"][number]) =>
		filter?.exclude_bot_users === true &&
		members.some((id) => bots.includes(id));
	const direct = conversations.filter(
		(each) =>
			(each.kind === "dm" && includes("im") && !isLeftOut(each)) ||
			(each.kind === "group" && includes("mpim")),
	);
	const open = channels.filter(({ isPrivate }) =>
		includes(isPrivate ? "private" : "public"),
	);
	return [...direct, ...open];
}
