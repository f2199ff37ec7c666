import { afterEach, expect, test } from "@jest/globals";
import pg from "pg";
import { invitationKind } from "../../src/matching/peer-invitation.service.ts";
import { ringBell, workday } from "../support/bell.ts";
import { startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { asksFor, opensPage } from "../support/kind-steps.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import { hears, joins, overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

const now = workday();
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).toReversed()) await stop();
});

const peer = (wants: string, offers: string) => ({
	role: "Peer" as const,
	wants: [wants],
	offers: [offers],
});

/** Ana and Ben learn from each other; each knows what the other looks for. */
async function start() {
	const bot = await startBot({ now: () => now, world: worldWith(2) });
	stops.push(() => bot.stop());
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	stops.push(() => client.end());
	const cast = people(bot);
	const { ana, ben } = cast;
	await joins(ana, peer("Testing", "Kubernetes"));
	await joins(ben, peer("Kubernetes", "Testing"));
	const found = await hears(ana, () => ana.types("/mentor find"), /best match/);
	await asksFor(ana, "Ben Okafor");
	const asked = await ben.sees("Ana Lopes would like to ask you");
	await ben.clicks("Accept Ana Lopes");
	await ana.sees("meet @Ben Okafor");
	const [another = ben] = colleagues(bot, 1);
	return {
		...{ bot, client, found, asked, another },
		...cast,
		/** Working hours come, and what is owed for them. */
		day: () => ringBell(bot, "matching:none", now),
		/** Whoever has the move lets it pass. */
		windowCloses: () => ringBell(bot, invitationKind, now),
	};
}
type Peers = Awaited<ReturnType<typeof start>>;

/** Ana would like to have Dana with them. */
async function proposes({ ana, day }: Peers, name = "Dana Novak") {
	await opensPage(ana);
	await ana.clicks("Invite someone");
	await ana.chooses("Whom would you like to have with you?", name);
	await ana.submits();
	await ana.sees(new RegExp(`I ask Ben Okafor.* whether to invite ${name}.`));
	await ana.closes();
	await day();
}

const groupsOf = ({ bot }: Peers, { id }: Driver) =>
	bot.slack
		.surface("T0ACME", id)
		.conversations.filter(({ kind }) => kind === "group")
		.map(({ members }) => members.filter((one) => one !== "U0MENTOR").sort());

test("two or more peers: no mentor role, matched by complementary topics at a similar level", async () => {
	const { bot, client, found, asked, ana, ben } = await start();
	expect(found).toContain("Looks for peers to learn with, as you do");
	expect(found).not.toContain("free seat");
	expect(asked).toContain(
		"Both learn from each other, and neither is the mentor.",
	);
	for (const one of [ana, ben])
		expect(await one.sees("A few lines before you first talk with")).toContain(
			"Nobody is the mentor",
		);
	const { rows } = await client.query(
		"select role, count(*)::int from mentorship_member group by role",
	);
	expect(rows).toEqual([{ role: "peer", count: 2 }]);
	const home = await overviewOf(ana);
	expect(home).toContain("With @Ben Okafor, peers");
	// Neither gave a seat away, and each is found by others still.
	await ben.types("/mentor profile");
	await ben.sees("What I look for");
	await ben.closes();
	expect(troubles(bot)).toEqual([]);
});

test("a third is invited when all agree, and on yes a new group DM opens", async () => {
	const peers = await start();
	const { bot, ana, ben, dana, day } = peers;
	await proposes(peers);
	const proposal = await ben.sees("would like to invite @Dana Novak");
	expect(proposal).toContain("With @Ana Lopes, peers");
	dana.sawNot("peer group");
	expect(await overviewOf(ben)).toContain("An invitation among peers");
	await ben.clicks("Invite Dana Novak");
	await ben.sees("All of you agree, so Dana Novak is asked now.");
	await day();
	const invitation = await dana.sees("would like you to join their peer group");
	for (const words of [
		"@Ana Lopes, @Ben Okafor",
		"nobody is the mentor",
		"Don't contact me",
		"Every answer is fine.",
	])
		expect(invitation).toContain(words);
	await dana.clicks("Join Ana Lopes and Ben Okafor");
	await dana.sees("You are one of them now");
	const together = await ana.sees("Your peer group goes on here");
	expect(together).toContain("@Dana Novak has come in.");
	expect(together).toMatch(/Peers: .*@Dana Novak/);
	const all = [ana, ben, dana].map(({ id }) => id).sort();
	await until("a group DM of all three", () =>
		[ana, ben, dana].every((one) =>
			groupsOf(peers, one).some((ids) => ids.join() === all.join()),
		),
	);
	expect(groupsOf(peers, dana)).toEqual([all]);
	// The old one says where it goes on.
	await ben.sees("so it goes on in a new conversation");
	await dana.sees("A few lines before you first talk with");
	// Old buttons tell what has happened since.
	await ben.clicks("Not this time");
	await ben.sees(
		"Dana Novak has come in, and it goes on in a new conversation.",
	);

	// Among three, whoever has not said yes is not named to those who have.
	const fourth = "Colleague 1";
	await proposes(peers, fourth);
	await ben.clicks(`Invite ${fourth}`);
	await ben.sees("The others have still to agree");
	for (const one of [ana, ben]) {
		const [waits] =
			(await opensPage(one)).match(/[^\n]* may be invited.*/) ?? [];
		expect(waits).toContain("the move of those who have not said yet");
		for (const name of ["Ana", "Ben", "Dana"])
			expect(waits).not.toContain(name);
		await one.closes();
	}

	// One of three can leave, and the others go on.
	await opensPage(dana);
	await dana.clicks("Leave this group");
	await dana.sees("You have left the group.");
	await ana.sees("@Dana Novak is no longer part of it.");
	expect(await overviewOf(ana)).toContain("With @Ben Okafor, peers");
	expect(troubles(bot)).toEqual([]);
});

test("whoever does not agree, or says nothing, leaves it as it is: in the same words", async () => {
	const peers = await start();
	const { bot, ana, ben, dana, day, windowCloses } = peers;
	await proposes(peers);
	await ben.clicks("Not this time");
	await ben.sees("Not this time it is.");
	const dropped = await ana.sees("Your peer group stays as it is for now");
	await proposes(peers);
	const lapsed = await hears(
		ana,
		windowCloses,
		/Your peer group stays as it is/,
	);
	expect(lapsed).toBe(dropped);
	dana.sawNot("peer group");

	await hears(ben, () => proposes(peers), /would like to invite @Dana Novak/);
	await ben.clicks("Invite Dana Novak");
	await ben.sees("All of you agree, so Dana Novak is asked now.");
	await day();
	await dana.clicks("Not now");
	await dana.sees("read that you can't right now, without a reason");
	const declined = await ana.sees("Dana Novak can't right now");
	expect(await ben.sees("Dana Novak can't right now")).toBe(declined);
	expect(await overviewOf(ana)).toContain("With @Ben Okafor, peers");

	// Asked in vain, Dana is not asked again; another one's silence reads alike.
	await opensPage(ana);
	await ana.clicks("Invite someone");
	await ana.chooses("Whom would you like to have with you?", "Dana Novak");
	await ana.submits();
	expect(ana.errors()).toEqual({
		"Whom would you like to have with you?":
			"Dana Novak is not available for this right now. Please think of someone else.",
	});
	await ana.closes();
	await proposes(peers, "Colleague 1");
	await ben.clicks("Invite Colleague 1");
	await ben.sees("All of you agree, so Colleague 1 is asked now.");
	await day();
	const expired = await hears(ana, windowCloses, /can't right now/);
	expect(expired.replaceAll("Colleague 1", "Dana Novak")).toBe(declined);
	expect(troubles(bot)).toEqual([]);
});

test("something is wrong: among peers, too, the others see what they saw before", async () => {
	const peers = await start();
	const { bot, ana, ben } = peers;
	const seen = async () => {
		const overview = await overviewOf(ben);
		const page = await opensPage(ben);
		await ben.closes();
		return { overview, page };
	};
	const stops = async (words: string) => {
		await ana.types("/mentor");
		await ana.sees("Only you see this page.");
		await ana.clicks("Something is wrong");
		await ana.sees(words);
		await ana.closes();
	};
	const free = await seen();
	expect(free.page).toContain("Invite someone");
	await stops("It has all stopped.");
	expect(await seen()).toEqual(free);

	await ana.types("/mentor");
	await ana.clicks("Something is wrong");
	await ana.clicks("It was a mistake, go on");
	await ana.sees("It goes on as before");
	await ana.closes();
	await proposes(peers);
	const asked = await seen();
	expect(asked.overview).toContain("An invitation among peers");
	await stops("It has all stopped.");
	expect(await seen()).toEqual(asked);
	expect(troubles(bot)).toEqual([]);
});
