import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readSlackUser, type SlackPerson, slackUser } from "./slack-person.ts";
import { findInstallation } from "./workspaces.queries.ts";

/** What Slack advises against more of, and a page may take its time. */
const perPage = 1_000;
const timeoutMs = 10_000;
/** Slack asks for a minute at most; longer, and something else is wrong. */
const longestWait = 120;

/** Someone of Slack's list; the email only where the app may read it. */
export type Listed = { person: SlackPerson; email: string | null };

export type ListPage =
	| { is: "page"; people: Listed[]; next: string | null }
	/** Slack wants so many seconds of rest. */
	| { is: "tooFast"; seconds: number }
	| { is: "uninstalled" };

/** One page of all that Slack knows of the workspace; null: the first. */
export async function listPage(
	deps: Deps,
	workspaceId: string,
	cursor: string | null,
): Promise<ListPage> {
	const installation = await withWorkspace(deps.db, workspaceId, (trx) =>
		findInstallation(trx),
	);
	if (!installation) return { is: "uninstalled" };
	const client = deps.slack.sender(
		{ workspaceId, sealedToken: installation.bot_token },
		timeoutMs,
	);
	try {
		const { members = [], response_metadata } = await client.users.list({
			limit: perPage,
			include_locale: true,
			...(cursor && { cursor }),
		});
		return {
			is: "page",
			people: members.flatMap((member) => {
				const known = slackUser.safeParse(member);
				if (!known.success) return [];
				const person = readSlackUser(known.data, installation.team_id);
				return [{ person, email: known.data.profile.email ?? null }];
			}),
			next: response_metadata?.next_cursor || null,
		};
	} catch (error) {
		const limited = rateLimit.safeParse(error);
		if (!limited.success) throw error;
		return { is: "tooFast", seconds: limited.data.retryAfter };
	}
}

const rateLimit = z.object({
	code: z.literal("slack_webapi_rate_limited_error"),
	retryAfter: z.number(),
});

/**
 * Goes through Slack's list until `onPage` has enough, resting as long as Slack
 * asks; false: the app is no longer installed. Not for a transaction.
 */
export async function walkList(
	deps: Deps,
	workspaceId: string,
	onPage: (people: Listed[]) => Promise<"more" | "enough">,
	rest: (seconds: number) => Promise<unknown> = (seconds) =>
		sleep(seconds * 1000),
): Promise<boolean> {
	let cursor: string | null = null;
	for (;;) {
		const page = await listPage(deps, workspaceId, cursor);
		if (page.is === "uninstalled") return false;
		if (page.is === "tooFast") {
			if (page.seconds > longestWait)
				throw new Error("Slack's list of people is out of reach");
			await rest(page.seconds);
			continue;
		}
		const wants = await onPage(page.people);
		if (wants === "enough" || !page.next) return true;
		cursor = page.next;
	}
}
