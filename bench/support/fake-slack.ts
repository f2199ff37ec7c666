import { WebClient } from "@slack/web-api";
import type { SlackClients } from "../../src/slack/clients.ts";
import type { Place } from "./arena.ts";

export type Posts = {
	clients: SlackClients;
	/** When something was posted to each person, in milliseconds. */
	times: Map<string, number[]>;
	/** Resolves when everyone awaited got their messages. */
	done: Promise<void>;
};

/** A Slack in the same process that takes every message at once. */
export function createPosts(awaited: Place[], each: number): Posts {
	const times = new Map<string, number[]>();
	const missing = new Map(
		awaited.flatMap(({ people }) => people.map((person) => [person, each])),
	);
	const { promise: done, resolve } = Promise.withResolvers<void>();

	async function take(_url: unknown, init?: { body?: unknown }) {
		const to = new URLSearchParams(String(init?.body)).get("channel") ?? "";
		const person = to.slice("U".length);
		const before = times.get(person);
		if (before) before.push(performance.now());
		else times.set(person, [performance.now()]);
		const left = (missing.get(person) ?? 0) - 1;
		if (left > 0) missing.set(person, left);
		else if (missing.delete(person) && missing.size === 0) resolve();
		return Response.json({ ok: true, channel: to, ts: "1.000000" });
	}
	const client = new WebClient("xoxb-bench", {
		fetch: take,
		retryConfig: { retries: 0 },
	});
	return {
		clients: {
			interactive: () => client,
			sender: () => client,
			withToken: () => client,
		},
		times,
		done,
	};
}
