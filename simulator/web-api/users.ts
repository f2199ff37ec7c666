import { everyone, mayReadEmail, slackbot, userObject } from "../people.ts";
import { type Call, type Method, required, SlackError } from "./method.ts";
import { pageOf } from "./pages.ts";

const directory = ({ sim, state }: Call) => [
	slackbot,
	...everyone(sim.world, state),
];

export const usersInfo: Method = {
	needs: ["users:read"],
	perMinute: 100,
	run(call) {
		const id = required(call.args, "user");
		const user = directory(call).find((each) => each.id === id);
		if (!user) throw new SlackError("user_not_found");
		const wantsLocale = String(call.args.include_locale) === "true";
		return {
			user: {
				...userObject(user, call.state, mayReadEmail(call.state)),
				...(wantsLocale && { locale: user.locale ?? "en-US" }),
			},
		};
	},
};

export const usersList: Method = {
	needs: ["users:read"],
	perMinute: 20,
	run(call) {
		const { page, next_cursor } = pageOf(directory(call), call.args);
		const wantsLocale = String(call.args.include_locale) === "true";
		return {
			members: page.map((user) => ({
				...userObject(user, call.state, mayReadEmail(call.state)),
				...(wantsLocale && { locale: user.locale ?? "en-US" }),
			})),
			cache_ts: Math.floor(call.sim.now() / 1000),
			response_metadata: { next_cursor },
		};
	},
};

export const usersLookupByEmail: Method = {
	needs: ["users:read.email"],
	perMinute: 50,
	run(call) {
		const email = required(call.args, "email").toLowerCase();
		const user = directory(call).find(
			(each) => each.email?.toLowerCase() === email && !each.deleted,
		);
		if (!user) throw new SlackError("users_not_found");
		return { user: userObject(user, call.state, true) };
	},
};
