import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import {
	arrivalKind,
	planArrivals,
	renderUnposted,
} from "./arrival.service.ts";
import { type Posted, postReport } from "./post.service.ts";
import { askModal, postedMessage } from "./posting.views.ts";

/** What a manager is asked about: this release, in this channel. */
const asked = z.object({
	meta: z.object({ release: z.uuid(), channel: z.string() }),
});
type Asked = z.infer<typeof asked>;

const managers: Policy<Asked> = {
	who: "related",
	to: "release",
	as: ["manager"],
	id: ({ meta }) => meta.release,
};

function ask({ text }: Visit, { meta }: Asked, isMoved = false): Reply {
	return { do: "update", view: askModal(meta, isMoved, text) };
}

async function post(deps: Deps, visit: Visit, { meta }: Asked): Promise<Reply> {
	const posted = await postReport(deps, visit, meta.release, meta.channel);
	return posted.is === "moved"
		? ask(visit, { meta: { ...meta, channel: posted.channel } }, true)
		: say(visit, posted);
}

const say = (
	{ actor, text }: Visit,
	posted: Exclude<Posted, { is: "moved" }>,
): Reply => ({ do: "say", message: postedMessage(posted, actor, text) });

/** From the preview to the channel, and what is said where that fails. */
export const postingFeature: Feature = {
	name: "reports",
	entries: [
		view({
			id: "reports:post",
			policy: managers,
			input: asked,
			handle: async (_deps, visit, input) => ask(visit, input),
		}),
		view({
			id: "reports:confirmPost",
			policy: managers,
			input: asked,
			handle: post,
		}),
	],
	messages: {
		"reports:unposted": { ifUnknown: "resend", render: renderUnposted },
	},
	schedules: {
		[arrivalKind]: {
			plan: ({ trx, due }) =>
				planArrivals(
					trx,
					due.map(({ subjectId }) => subjectId),
				),
		},
	},
};
