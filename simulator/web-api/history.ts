import { messageObject } from "../messages.ts";
import { isMember, namedChannel } from "./channel.ts";
import { scopeFor } from "./conversations.ts";
import { flag, type Method, SlackError, text } from "./method.ts";
import { pageOf } from "./pages.ts";

/** As for apps that are sold outside Slack's Marketplace: 15 messages a page. */
const mostPerPage = 15;

export const conversationsHistory: Method = {
	needs: scopeFor("history"),
	perMinute: 50,
	run(call) {
		const { sim, state, args } = call;
		const conversation = namedChannel(call);
		if (!isMember(call, conversation)) throw new SlackError("not_in_channel");
		const oldest = Number(text(args, "oldest") ?? 0);
		const latest = Number(text(args, "latest") ?? Number.POSITIVE_INFINITY);
		const inclusive = flag(args, "inclusive");
		const withMetadata = flag(args, "include_all_metadata");
		const all = conversation.messages
			.filter(({ ts, ephemeralTo }) => {
				const at = Number(ts);
				const isEdge = at === oldest || at === latest;
				const isWithin = at > oldest && at < latest;
				return ephemeralTo === undefined && (isWithin || (inclusive && isEdge));
			})
			.reverse();
		const { page, next_cursor } = pageOf(all, args, mostPerPage);
		return {
			messages: page.map((message) => ({
				...messageObject(sim, state, message),
				...(withMetadata &&
					message.metadata !== undefined && { metadata: message.metadata }),
			})),
			has_more: next_cursor !== "",
			pin_count: 0,
			...(next_cursor && { response_metadata: { next_cursor } }),
		};
	},
};
