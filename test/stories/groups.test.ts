import { afterEach, expect, test } from "@jest/globals";
import pg from "pg";
import type { Driver } from "../support/driver.ts";
import { asksFor, opensPage, ticksKinds } from "../support/kind-steps.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import { type Scene, startScene } from "../support/scene.ts";
import { joinsAsMentee, joinsAsMentor, overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).toReversed()) await stop();
});

/** Ben offers a group and has one seat; Ana and five others look for one. */
const wanted: Scene = {
	name: "a group is wanted",
	options: { world: worldWith(5) },
	async play(bot) {
		const { ana, ben } = people(bot);
		await joinsAsMentor(ben, "Testing");
		await ticksKinds(ben, "offers", "Group", "One to one");
		for (const one of [ana, ...colleagues(bot, 5)]) {
			await joinsAsMentee(one, "Testing");
			await ticksKinds(one, "wants", "Group");
		}
	},
};

async function start() {
	const bot = await startScene(wanted);
	stops.push(() => bot.stop());
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	stops.push(() => client.end());
	const { ana, ben } = people(bot);
	const mentees = colleagues(bot, 5);
	return { bot, client, ana, ben, mentees };
}
type Group = Awaited<ReturnType<typeof start>>;

/** The group DMs that somebody is in, by who is in them. */
const groupsOf = ({ bot }: Group, { id }: Driver) =>
	bot.slack
		.surface("T0ACME", id)
		.conversations.filter(({ kind }) => kind === "group")
		.map(({ members }) => members.filter((one) => one !== "U0MENTOR").sort());

/** Resolves when the newest group DM of somebody is of exactly these. */
const untilTogether = (group: Group, members: Driver[]) =>
	Promise.all(
		members.map((one) =>
			until("a group DM of all of them", () =>
				groupsOf(group, one).some(
					(ids) => ids.join() === idsOf(members).join(),
				),
			),
		),
	);

const idsOf = (members: Driver[]) => members.map(({ id }) => id).sort();

async function comesIn({ ben }: Group, mentee: Driver, name: string) {
	await asksFor(mentee, "Ben Okafor");
	await ben.clicks(`Accept ${name}`);
	await ben.sees(`You accepted ${name} into your group.`);
}

/** Reads the agreement and signs it as it stands. */
async function signs(person: Driver) {
	await person.types("/mentor agreement");
	await person.sees("How long");
	await person.clicks("Sign");
	await until(`the signature of ${person.id}`, () => {
		const page = person.modal();
		return page !== null && !page.includes("[Sign]");
	});
	await person.closes();
}

async function seatsTaken({ client }: Group): Promise<number> {
	const { rows } = await client.query<{ taken: number }>(
		`select count(*)::int as taken from mentorship_member
			where role = 'mentor' and left_at is null`,
	);
	return rows[0]?.taken ?? -1;
}

/** Ben's group with Ana and the first three colleagues. */
async function startOfFour() {
	const group = await start();
	const { ana, ben, mentees } = group;
	await comesIn(group, ana, "Ana Lopes");
	const three = mentees.slice(0, 3);
	for (const [index, one] of three.entries())
		await comesIn(group, one, `Colleague ${index + 1}`);
	await untilTogether(group, [ben, ana, ...three]);
	return { ...group, three };
}

test("one mentor, 2 to 7 mentees, one seat each; with one it waits for more, and says so", async () => {
	const group = await start();
	const { bot, ana, ben, mentees } = group;
	const [cleo = ana] = mentees;
	await comesIn(group, ana, "Ana Lopes");
	const first = await ana.sees("It waits for more:");
	expect(first).toContain("Mentor: @Ben Okafor");
	expect(first).toContain("Mentees: @Ana Lopes");
	// What Ana asked for is Ben's to read, not the whole group's.
	expect(first).not.toContain("Look at my plan");
	expect(await opensPage(ana)).toMatch(
		/It waits for more: a group goes on with 2 mentees[\s\S]*Room for 6 more/,
	);
	await ana.closes();

	// Ben's only seat is taken, and the group has room all the same.
	await cleo.types("/mentor find");
	expect(await cleo.sees("Ask Ben Okafor")).toContain(
		"6 free seats, for a group",
	);
	await comesIn(group, cleo, "Colleague 1");
	await cleo.sees("A few lines before you first talk with");
	await untilTogether(group, [ben, ana, cleo]);
	const together = await cleo.sees("Your mentoring group goes on here");
	expect(together).toContain("Mentees: @Ana Lopes, @Colleague 1");
	expect(together).not.toContain("It waits for more");
	expect(await seatsTaken(group)).toBe(1);
	expect(await opensPage(ana)).toContain("Room for 5 more");
	expect(troubles(bot)).toEqual([]);
});

test("a mentor with four mentees, one leaves, one joins: each time a new group DM", async () => {
	const group = await startOfFour();
	const { bot, ana, ben, three, mentees } = group;
	const [cleo = ana, dario = ana, eve = ana] = three;
	const fifth = mentees[3] ?? ana;
	await opensPage(dario);
	await dario.clicks("Leave this group");
	await dario.sees("You have left the group.");
	await dario.closes();
	await untilTogether(group, [ben, ana, cleo, eve]);
	const after = await ana.sees("@Colleague 2 is no longer part of it.");
	expect(after).toMatch(/Mentees: .*@Ana Lopes/);
	expect(after).not.toContain("why");
	expect(await dario.sees("so it goes on in a new conversation")).toContain(
		"What was said here stays here.",
	);
	expect(groupsOf(group, dario)).not.toContainEqual(
		idsOf([ben, ana, cleo, eve]),
	);

	await comesIn(group, fifth, "Colleague 4");
	await untilTogether(group, [ben, ana, cleo, eve, fifth]);
	const now = await fifth.sees("@Colleague 4 has come in.");
	expect(now).toContain(
		"What was said before stays in the earlier conversation",
	);
	expect(groupsOf(group, fifth)).toEqual([idsOf([ben, ana, cleo, eve, fifth])]);
	expect(await seatsTaken(group)).toBe(1);
	// Whoever has left reads what has happened since, and nothing more.
	await dario.types("/mentor");
	const overview = await dario.sees("Only you see this page.");
	expect(overview).not.toContain("Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

test("a mentor closes the group for new members by a button; then a seat is needed", async () => {
	const group = await start();
	const { bot, ana, ben, mentees } = group;
	const [cleo = ana] = mentees;
	await comesIn(group, ana, "Ana Lopes");
	await opensPage(ben);
	await ben.clicks("Take no new members");
	await ben.sees("Nobody new comes into this group any more.");
	await ben.closes();
	await cleo.types("/mentor find");
	await cleo.sees("There is nobody to suggest right now.");
	expect(await opensPage(ana)).toContain("It takes no new members.");
	await ana.closes();
	await opensPage(ben);
	await ben.clicks("Take new members");
	await ben.sees("This group takes new members again");
	await ben.closes();
	await comesIn(group, cleo, "Colleague 1");
	await untilTogether(group, [ben, ana, cleo]);
	expect(troubles(bot)).toEqual([]);
});

test("whoever joins later signs the version in force, and sees nothing said before", async () => {
	const group = await start();
	const { bot, client, ana, ben, mentees } = group;
	const [cleo = ana, dario = ana] = mentees;
	await comesIn(group, ana, "Ana Lopes");
	await comesIn(group, cleo, "Colleague 1");
	await untilTogether(group, [ben, ana, cleo]);
	await client.query(
		`update mentorship set state = 'active', active_since = now(),
			exploring_until = null`,
	);
	for (const one of [ben, ana, cleo]) await signs(one);
	await comesIn(group, dario, "Colleague 2");
	const welcome = await dario.sees("You are part of a group with");
	expect(welcome).toContain("read the agreement, and sign it");
	const toSign = "The others agreed before you came. Your move: read the";
	expect(await overviewOf(dario)).toContain(toSign);
	expect(await overviewOf(cleo)).not.toContain(toSign);
	await signs(dario);
	expect(await overviewOf(dario)).not.toContain(toSign);
	await untilTogether(group, [ben, ana, cleo, dario]);
	expect(groupsOf(group, dario)).toHaveLength(1);
	const { rows } = await client.query(
		`select state, version, in_force_at is not null as holds
			from mentorship join agreement using (workspace_id, mentorship_id)`,
	);
	expect(rows).toEqual([{ state: "active", version: 1, holds: true }]);
	expect(troubles(bot)).toEqual([]);
});
