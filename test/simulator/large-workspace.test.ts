import { afterEach, expect, test } from "@jest/globals";
import { WebClient } from "@slack/web-api";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { requiredScopes, type SlackTeam } from "../../simulator/world.ts";

let slack: Slack;
afterEach(() => slack.stop());

const [acme] = smallWorld.teams as [SlackTeam];
const users = Array.from({ length: 10_000 }, (_, index) => ({
	id: `U${index}`,
	name: `colleague${index}`,
	real_name: "A colleague",
	email: `colleague${index}@example.com`,
	tz: "Europe/Lisbon",
}));

/** All emails, and the pages it took, under Slack's own limits. */
async function readAll(...more: string[]) {
	const scopes = [...requiredScopes, ...more];
	const teams = [{ ...acme, users, channels: [], scopes }];
	slack = await startSlack({ world: { ...smallWorld, teams } });
	const client = new WebClient(acme.botToken, {
		slackApiUrl: slack.apiUrl,
		rejectRateLimitedCalls: true,
	});
	const emails = new Set<string | undefined>();
	let pages = 0;
	let cursor: string | undefined;
	do {
		const { members = [], response_metadata } = await client.users.list({
			limit: 1000,
			...(cursor && { cursor }),
		});
		for (const { profile } of members) emails.add(profile?.email);
		cursor = response_metadata?.next_cursor;
		pages += 1;
	} while (cursor);
	return { emails, pages };
}

test("users.list gives ten thousand people in a few pages", async () => {
	const { emails, pages } = await readAll("users:read.email");
	// Slackbot and the app itself are in the list, and have no address.
	expect([emails.size, pages]).toEqual([10_001, 11]);
});

test("users.list gives no email without its scope", async () => {
	const { emails } = await readAll();
	expect([...emails]).toEqual([undefined]);
});
