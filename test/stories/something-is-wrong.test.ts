import { afterEach, expect, test } from "@jest/globals";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import { glance, type Pair, startPair } from "../support/pair.ts";
import { untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let pair: Pair | undefined;
afterEach(() => pair?.stop());

const button = "Something is wrong";

/** What becomes due about the mentorship: to each of the two, to their group. */
async function becomesDue({ owes, client, ids }: Pair, key: string) {
	const { rows } = await client.query<{ role: string; personId: string }>(
		`select role, person_id as "personId" from mentorship_member
			where mentorship_id = $1`,
		[ids.mentorship],
	);
	const due = { urgency: "now", staleAfterHours: 1 } as const;
	await owes([
		...rows.map(
			({ role, personId }): OwedMessage => ({
				kind: `mentorships:briefing-${role}`,
				to: { personId },
				subjectId: ids.mentorship,
				key: `${key}:${role}`,
				...due,
			}),
		),
		{
			kind: "matching:introduction",
			to: { mentorshipId: ids.mentorship },
			subjectId: ids.request,
			key: `${key}:group`,
			...due,
		},
	]);
}

test("something is wrong: all prompts stop at once, no reason asked", async () => {
	pair = await startPair();
	const { bot, ana, ben, untilIs } = pair;
	const seenByBen = await glance(ben);
	await ana.opensHome();
	await untilHome(ana, (home) => home.includes("Exploring until"));
	await ana.clicks(button);
	const page = await ana.sees("It has all stopped.");
	expect(page).toContain("Nobody is told that you tapped, or why.");
	expect(page).not.toContain("?");
	await ana.closes();
	await untilHome(ana, (home) => home.includes("Stopped"));

	await becomesDue(pair, "later");
	await untilIs("later:mentor", "dropped");
	await untilIs("later:mentee", "dropped");
	// The other side sees what they saw before, to the letter.
	expect(await glance(ben)).toBe(seenByBen);
	expect(await glance(ana)).toContain("Stopped");
	await untilIs("later:group", "pending");
	for (const one of [ana, ben])
		expect(
			one.messages().filter((text) => text.includes("meet @Ben Okafor")),
		).toHaveLength(1);
	expect(troubles(bot)).toEqual([]);
});

test("something is wrong: a mistake is undone, and nobody learns of it", async () => {
	pair = await startPair();
	const { bot, ana, ben, untilIs } = pair;
	const seenByBen = await glance(ben);
	await ana.types("/mentor");
	await ana.clicks(button);
	await becomesDue(pair, "meanwhile");
	await untilIs("meanwhile:mentor", "dropped");
	await ana.clicks("It was a mistake, go on");
	await ana.sees("It goes on as before, and nobody has learned of it.");
	await ana.closes();
	expect(await glance(ana)).toContain("Exploring until");

	// What was for the group waited; what comes from now on is said again.
	await untilIs("meanwhile:group", "sent");
	await becomesDue(pair, "after");
	for (const whom of ["mentor", "mentee", "group"])
		await untilIs(`after:${whom}`, "sent");
	expect(await glance(ben)).toBe(seenByBen);
	expect(troubles(bot)).toEqual([]);
});

test("both stop it: either may undo only their own", async () => {
	pair = await startPair();
	const { ana, ben, untilIs } = pair;
	for (const one of [ana, ben]) {
		// The button in the briefing does the same.
		await one.clicks(button);
		await one.sees("It has all stopped.");
	}
	await ana.clicks("It was a mistake, go on");
	await ana.sees("It goes on as before");
	await ana.closes();
	expect(await glance(ana)).not.toContain("Stopped");
	await becomesDue(pair, "still");
	await untilIs("still:mentee", "dropped");
	await untilIs("still:mentor", "dropped");
	await untilIs("still:group", "pending");

	await ben.clicks("It was a mistake, go on");
	await ben.sees("It goes on as before");
	await untilIs("still:group", "sent");
});

test("the old button of a mentorship long over still opens the page", async () => {
	pair = await startPair();
	const { ana, client, ids } = pair;
	await client.query(
		"update mentorship set state = 'ended' where mentorship_id = $1",
		[ids.mentorship],
	);
	await ana.clicks(button);
	await ana.sees("It has all stopped.");
	await ana.closes();
	await client.query("delete from mentorship where mentorship_id = $1", [
		ids.mentorship,
	]);
	await ana.clicks(button);
	await ana.sees("This is not available to you, or no longer exists.");
});
