import { channelType } from "../messages.ts";
import { tell } from "../to-app/tell.ts";
import {
	channelFacts,
	isKnown,
	isMember,
	namedChannel,
	openWith,
} from "./channel.ts";
import { type Call, flag, type Method, SlackError, text } from "./method.ts";
import { pageOf } from "./pages.ts";

/** Slack's names for the kinds of conversations, and whose scope reads them. */
const kinds: Record<string, string> = {
	public_channel: "channels",
	private_channel: "groups",
	mpim: "mpim",
	im: "im",
};

const kindsAsked = ({ args }: Call) =>
	(text(args, "types") ?? "public_channel").split(",").map((type) => {
		const scopes = kinds[type.trim()];
		if (!scopes) throw new SlackError("invalid_types");
		return scopes;
	});

const readScopes = (call: Call) =>
	kindsAsked(call).map((kind) => `${kind}:read`);

/** The scope for the one conversation named, once it is known. */
export const scopeFor = (action: "read" | "history") => (call: Call) => [
	`${channelType(namedChannel(call)).scopes}:${action}`,
];

const usersAsked = ({ args }: Call) =>
	(text(args, "users") ?? "").split(",").filter((id) => id !== "");

export const conversationsOpen: Method = {
	needs: (call) => [usersAsked(call).length > 1 ? "mpim:write" : "im:write"],
	perMinute: 50,
	run(call) {
		const { args } = call;
		if (text(args, "channel") !== undefined)
			return { channel: channelFacts(call, namedChannel(call)) };
		const users = usersAsked(call);
		if (users.length === 0) throw new SlackError("users_list_not_supplied");
		if (users.length > 8) throw new SlackError("too_many_users");
		const { conversation, isNew } = openWith(call, users, "user_not_found");
		return {
			...(!isNew && { no_op: true, already_open: true }),
			channel: flag(args, "return_im")
				? channelFacts(call, conversation)
				: { id: conversation.id },
		};
	},
};

function listing(keep: (call: Call, members: string[]) => boolean): Method {
	return {
		needs: readScopes,
		perMinute: 20,
		run(call) {
			const wanted = kindsAsked(call);
			const all = [...call.state.conversations.values()].filter(
				(each) =>
					wanted.includes(channelType(each).scopes) &&
					isKnown(call, each) &&
					!(flag(call.args, "exclude_archived") && each.isArchived) &&
					keep(call, each.members),
			);
			const { page, next_cursor } = pageOf(all, call.args);
			return {
				channels: page.map((each) => channelFacts(call, each)),
				response_metadata: { next_cursor },
			};
		},
	};
}

export const conversationsList = listing(() => true);

export const usersConversations = listing(({ state, args }, members) => {
	const user = text(args, "user") ?? state.team.botUserId;
	return members.includes(user);
});

export const conversationsInfo: Method = {
	needs: scopeFor("read"),
	perMinute: 50,
	run: (call) => ({ channel: channelFacts(call, namedChannel(call)) }),
};

export const conversationsMembers: Method = {
	needs: scopeFor("read"),
	perMinute: 100,
	run(call) {
		const { members } = namedChannel(call);
		const { page, next_cursor } = pageOf(members, call.args);
		return { members: page, response_metadata: { next_cursor } };
	},
};

export const conversationsJoin: Method = {
	needs: ["channels:join"],
	perMinute: 50,
	run(call) {
		const { sim, state } = call;
		const conversation = namedChannel(call);
		if (conversation.kind !== "channel" || conversation.isPrivate)
			throw new SlackError("method_not_supported_for_channel_type");
		if (conversation.isArchived) throw new SlackError("is_archived");
		if (!isMember(call, conversation)) {
			conversation.members.push(state.team.botUserId);
			sim.changes.bump(state.team.id);
			tell(sim, state, {
				type: "member_joined_channel",
				user: state.team.botUserId,
				channel: conversation.id,
				channel_type: "C",
				team: state.team.id,
			});
		}
		return { channel: channelFacts(call, conversation) };
	},
};
