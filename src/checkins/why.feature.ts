import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { readWhy } from "./why.service.ts";
import { whyMessage } from "./why.views.ts";

/** The answer to "why", from wherever it is asked. */
export async function explain(deps: Deps, visit: Visit): Promise<Reply> {
	const { actor, text, now } = visit;
	const why = await readWhy(deps, visit);
	return { do: "say", message: whyMessage(why, { ...actor, now }, text) };
}

/** Why I got the last message, and when the next one may come. */
export const whyFeature: Feature = {
	name: "checkins",
	entries: [
		command({
			id: "why",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "why", about: "checkins:why.help" },
			handle: explain,
		}),
		action({
			id: "checkins:why",
			policy: { who: "member" },
			input: z.unknown(),
			handle: explain,
		}),
	],
};
