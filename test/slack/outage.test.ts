import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { type Running, startBot } from "../support/bot.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import {
	type DatabaseProxy,
	startDatabaseProxy,
	type Weather,
} from "../support/database-proxy.ts";
import type { Driver } from "../support/driver.ts";
import { colleagues, worldWith } from "../support/people.ts";
import {
	asks,
	joins,
	joinsAsMentee,
	joinsAsMentor,
	labels,
	writesAsk,
} from "../support/steps.ts";
import { changed, openTables, type Tables } from "../support/tables.ts";
import { until } from "../support/until.ts";

// The database is away, silent or slow while people use the bot in every way
// there is: each is told so in time, nothing is half-written, and when it is
// back all is well by itself.

const weathers: [name: string, weather: Weather][] = [
	["refuses connections", "refused"],
	["says nothing any more", "silent"],
	["takes 5 s for each round trip", { delay: 5_000 }],
];
const peoplePerTest = 7;
const count = peoplePerTest * (weathers.length + 2);

let database: TestDatabase;
let proxy: DatabaseProxy;
let bot: Running;
let client: pg.Client;
let tables: Tables;

beforeAll(async () => {
	database = await freshDatabase();
	proxy = await startDatabaseProxy(database.url);
	bot = await startBot({
		databaseUrl: proxy.url,
		world: worldWith(count),
		limits: "off",
		patience: "Slack's",
	});
	client = new pg.Client({ connectionString: database.url });
	await client.connect();
	tables = await openTables(client);
});
afterAll(async () => {
	await proxy?.turn("fine");
	await bot?.stop();
	await client?.end();
	await proxy?.stop();
	await database?.drop();
});

/** Seven people, each in the middle of something else. */
async function prepare(round: number) {
	const first = round * peoplePerTest;
	const people = colleagues(bot, count).slice(first, first + peoplePerTest);
	const [commander, mentor, editor, sender, joiner, pauser, looker] =
		people as [Driver, Driver, Driver, Driver, Driver, Driver, Driver];
	const name = `Colleague ${first + 2}`;
	await joinsAsMentor(mentor, "Testing");
	for (const mentee of [commander, editor, sender])
		await joinsAsMentee(mentee, "Testing");
	await asks(commander, name);
	for (const mentee of [editor, sender]) {
		await mentee.types(`/mentor ask @${name}`);
		await writesAsk(mentee);
		await mentee.submits();
	}
	await joiner.types("/mentor join");
	await joins(pauser, {});
	await pauser.opensHome();
	await pauser.sees("Pause");
	await mentor.sees(/would like to ask you/);
	await until("rest among the deliveries", async () => {
		const { rowCount } = await client.query(
			"select from delivery where state in ('pending', 'sending')",
		);
		return rowCount === 0;
	});
	const mentorName = name;
	return {
		commander,
		mentor,
		mentorName,
		editor,
		sender,
		joiner,
		pauser,
		looker,
	};
}

type People = Awaited<ReturnType<typeof prepare>>;

const nothingToLoad = /^Nothing can be loaded/;

/** Every kind of entry point once: what is done, and what must be seen. */
const uses: Record<
	string,
	{
		act: (people: People) => Promise<unknown>;
		apology: (people: People) => Promise<unknown>;
		/** Seen when it is done again in fine weather. */
		success: (people: People) => Promise<unknown>;
	}
> = {
	"a command": {
		act: ({ commander }) => commander.types("/mentor find"),
		apology: ({ commander }) => commander.sees("Sorry, that did not work"),
		success: ({ commander }) => commander.sees("Mentors who could help you"),
	},
	"a button in Home": {
		act: ({ pauser }) => pauser.clicks("Pause"),
		apology: async ({ pauser }) => {
			await pauser.sees("Sorry, that did not work");
			await pauser.closes();
		},
		success: ({ pauser }) => pauser.sees("You are paused"),
	},
	"a button in a modal": {
		act: ({ editor }) => editor.clicks("Back to edit"),
		apology: async ({ editor }) => {
			await editor.sees("Sorry, that did not work");
			await editor.closes();
		},
		success: ({ editor }) => editor.sees(labels.ask),
	},
	"a submission with inputs": {
		act: ({ joiner }) => joiner.submits(),
		apology: ({ joiner }) => joiner.sees("Sorry, this could not be saved"),
		success: ({ joiner }) => joiner.sees("You are part of the"),
	},
	"a submission without inputs": {
		act: ({ sender }) => sender.submits(),
		apology: async ({ sender }) => {
			await sender.sees("Sorry, that did not work");
			await sender.closes();
		},
		success: ({ sender }) => sender.sees("Your request is on its way"),
	},
	// Takes the mentor's only seat, so it comes behind the others' asking.
	"a button in a message": {
		act: ({ mentor }) => mentor.clicks(/^Accept Colleague/),
		apology: ({ mentor }) => mentor.sees("Sorry, that did not work"),
		success: ({ mentor }) => mentor.sees("You accepted"),
	},
	"the opening of Home": {
		act: ({ looker }) => looker.opensHome(),
		apology: ({ looker }) => looker.sees("Sorry, that did not work"),
		success: ({ looker }) => looker.sees("Find a mentor"),
	},
};

const rows = () => tables.checksums();

describe.each(weathers)("a database that %s", (_name, weather) => {
	const round = weathers.findIndex(([, each]) => each === weather);
	let people: People;

	test("is met with an apology in time, everywhere", async () => {
		people = await prepare(round);
		const before = await rows();
		await proxy.turn(weather);
		const late: string[] = [];
		await Promise.all(
			Object.entries(uses).map(async ([name, { act, apology }]) => {
				const began = performance.now();
				await act(people);
				await apology(people);
				const ms = Math.round(performance.now() - began);
				if (ms > 3_000) late.push(`${name} took ${ms} ms`);
			}),
		);
		await people.joiner.chooses(labels.wanted, nothingToLoad);
		await people.joiner.chooses(labels.wanted);
		expect(late).toEqual([]);
		expect(changed(before, await rows())).toEqual([]);
	});

	test("is used again when it is back, with all still to be done", async () => {
		await proxy.turn("fine");
		await until("an answer", async () => {
			await people.commander.types("/mentor help");
			await people.commander.types("/mentor find");
			return people.commander.messages().at(-1)?.includes("Mentors who could");
		});
		// The apology took the place of the preview; the draft has been kept.
		await people.sender.types(`/mentor ask @${people.mentorName}`);
		await people.sender.submits();
		// And perhaps of Home, which is drawn anew when it is opened.
		await people.pauser.opensHome();
		await people.pauser.sees("Edit profile");
		for (const { act, success } of Object.values(uses)) {
			await act(people);
			await success(people);
		}
	});
});

test("20 ms for each round trip are no trouble", async () => {
	const people = await prepare(weathers.length);
	await proxy.turn({ delay: 20 });
	for (const { act, success } of Object.values(uses)) {
		await act(people);
		await success(people);
	}
});

test("nobody is told that nothing was done while it is being done", async () => {
	const { mentor } = await prepare(weathers.length + 1);
	await proxy.turn({ delay: 400 });
	await mentor.clicks(/^Accept Colleague/);
	await mentor.sees("This takes longer than usual and may still be done.");
	await proxy.turn("fine");
	await mentor.clicks(/^Accept Colleague/);
	await mentor.sees(/This request was accepted/);
	const { rows } = await client.query(
		`select (select count(*)::int from request where state = 'accepted')
			- (select count(*)::int from mentorship) as difference`,
	);
	expect(rows).toEqual([{ difference: 0 }]);
});
