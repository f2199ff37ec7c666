import { afterEach, expect, test } from "@jest/globals";
import {
	answersIt,
	type Exploring,
	over,
	reminded,
	startExploring,
} from "../support/exploring-steps.ts";
import { glance } from "../support/pair.ts";
import { hears } from "../support/steps.ts";
import { storedRows } from "../support/stored-rows.ts";
import { troubles } from "../support/troubles.ts";

let story: Exploring | undefined;
afterEach(async () => {
	await story?.stop();
	story = undefined;
});

const goOn = /^Go on with/;

test("exploring: ends on a date both see and goes on only if both tap go on in private", async () => {
	story = await startExploring();
	const { bot, ana, ben } = story;
	const [toAna, toBen] = [ana, ben].map((one) =>
		one.messages().findLast((text) => text.includes("A few lines")),
	);
	const dateIn = (text = "") => /Exploring until (.*?)\./.exec(text)?.[1];
	expect(dateIn(toAna)).toBeTruthy();
	expect(dateIn(toAna)).toBe(dateIn(toBen));
	for (const text of [toAna, toBen])
		expect(text).toContain("it goes on only if each of you says so");

	// At any time, from the page; the other one's Home and list stay the same.
	const before = await glance(ben);
	await ana.opensHome();
	await ana.clicks(/^Open mentorship/);
	await ana.sees("You have not said yet whether you want to go on.");
	await ana.clicks("Go on with Ben Okafor");
	await ana.sees("You said that you want to go on with @Ben Okafor");
	await ana.sees("Nobody is told.");
	await ana.closes();
	expect(await glance(ben)).toBe(before);
	await ben.opensHome();
	await ben.clicks(/^Open mentorship/);
	await ben.sees("You have not said yet whether you want to go on.");
	await ben.closes();

	// One may think better of it, and the reminder knows what one has said.
	await story.dateIsNear();
	const reminder = await ana.sees(reminded);
	expect(reminder).toContain("You said that you want to go on.");
	expect(reminder).toContain("If someone says no, or nobody says anything");
	expect(await ben.sees(reminded)).not.toContain("You said");
	await answersIt(ana, "Not for me");
	expect(await answersIt(ben, "Go on with Ana Lopes")).toContain(
		"Nobody is told",
	);
	expect(await story.state()).toBe("exploring");
	expect(await answersIt(ana, "Go on with Ben Okafor")).toContain(
		"your mentorship with @Ben Okafor goes on",
	);
	expect(await story.state()).toBe("agreeing");
	expect(await story.answers()).toBe(0);

	// The buttons of before say what has happened since.
	for (const label of ["Go on with Ana Lopes", "Not for me"])
		expect(await answersIt(ben, label)).toContain(
			"You and @Ana Lopes are writing your agreement",
		);
	expect(await story.state()).toBe("agreeing");
	expect(troubles(bot)).toEqual([]);
});

test("exploring: otherwise both get the same kind sentence, never at the moment of an answer, and the mentee gets fresh suggestions", async () => {
	story = await startExploring();
	const { bot, client, ana, ben } = story;
	await story.dateIsNear();
	await ana.sees(reminded);
	await answersIt(ana, "Go on with Ben Okafor");
	const heard = ana.messages();
	await answersIt(ben, "Not for me");
	await story.allIsSaid();
	expect(ana.messages()).toEqual(heard);

	await story.dateComes();
	const kind = "That says nothing about anyone in it";
	const toBen = await ben.sees(over);
	const toAna = await ana.sees(over);
	for (const text of [toAna, toBen]) {
		expect(text).toContain(kind);
		expect(text).toContain("Nobody is told more than this.");
	}
	expect(await answersIt(ben, "Not for me")).toContain(
		"Your mentorship with @Ana Lopes ended",
	);
	const found = await hears(
		ana,
		() => ana.clicks("Find someone else"),
		/Dana Novak/,
	);
	expect(found).not.toContain("Ben Okafor");
	expect(await glance(ana)).not.toContain("Exploring until");

	// In a while they may meet again.
	await client.query(
		"update mentorship set since = since - interval '100 days'",
	);
	await hears(ana, () => ana.types("/mentor find"), /Ben Okafor/);
	expect(troubles(bot)).toEqual([]);
});

test("exploring: among three peers each one is asked, and all must say so", async () => {
	story = await startExploring();
	const { bot, ana, ben, dana } = story;
	await story.becomePeers();
	await story.dateIsNear();
	const texts = await Promise.all(
		[ana, ben, dana].map((one) => one.sees(reminded)),
	);
	expect(texts[0]).toContain("go on with @Ben Okafor and @Dana Novak?");
	expect(texts[0]).toContain("[Go on with Ben Okafor and Dana Novak]");
	await answersIt(ana, goOn);
	await answersIt(ben, goOn);
	expect(await story.state()).toBe("exploring");
	const said = await answersIt(dana, goOn);
	expect(said).toContain("Each of you wants to go on");
	expect(await story.state()).toBe("agreeing");
	expect(troubles(bot)).toEqual([]);
});

test("exploring: who left a group of peers does not keep the others from going on", async () => {
	story = await startExploring();
	const { bot, client, ana, ben, dana } = story;
	await story.becomePeers();
	await story.dateIsNear();
	await answersIt(ana, goOn);
	await answersIt(ben, goOn);
	await answersIt(dana, "Not for me");
	await client.query(
		`update mentorship_member set left_at = now() from person
			where person.person_id = mentorship_member.person_id
				and slack_user_id = $1`,
		[dana.id],
	);
	expect(await story.state()).toBe("exploring");
	await story.dateComes();
	expect(await story.state()).toBe("agreeing");
	for (const one of [ana, ben, dana]) one.sawNot(over);
	expect(troubles(bot)).toEqual([]);
});

test("exploring: something is wrong: nothing goes on, nobody is asked, and the other reads what they would have read", async () => {
	story = await startExploring();
	const { bot, ana, ben } = story;
	await ana.opensHome();
	await ana.clicks(/^Open mentorship/);
	await ana.clicks("Go on with Ben Okafor");
	await ana.sees("Nobody is told.");
	await ana.closes();
	await ana.clicks("Something is wrong");
	await ana.sees("It has all stopped.");
	await ana.closes();
	await story.dateIsNear();
	await ben.opensHome();
	await ben.clicks(/^Open mentorship/);
	await ben.clicks("Go on with Ana Lopes");
	// As if she had not answered.
	await ben.sees("You said that you want to go on with @Ana Lopes");
	await ben.closes();
	expect(await story.state()).toBe("exploring");
	await story.dateComes();
	expect(await story.state()).toBe("ended");
	for (const one of [ana, ben]) one.sawNot(reminded);
	// A silence would tell that it was stopped; whoever stopped it hears nothing.
	await ben.sees(over);
	ana.sawNot(over);
	expect(await story.answers()).toBe(0);
	expect(troubles(bot)).toEqual([]);
});

type Way = "the mentor declines" | "the mentee declines" | "one forgets";

/** One of the two wants to go on; the other one says no, or nothing. */
async function answerAll({ ana, ben }: Exploring, way: Way) {
	for (const one of [ana, ben]) await one.sees(reminded);
	const mentorGoesOn = way !== "the mentor declines";
	const [first, second] = mentorGoesOn ? [ben, ana] : [ana, ben];
	await answersIt(first, goOn);
	if (way !== "one forgets") await answersIt(second, "Not for me");
}

/** The whole story one way, and all that is left of it. */
async function leftBy(way: Way) {
	const it = await startExploring();
	const { bot, client, ana, ben } = it;
	const overviews = async () => [await glance(ana), await glance(ben)];
	try {
		await it.dateIsNear();
		await answerAll(it, way);
		await it.allIsSaid();
		const meanwhile = await storedRows(client);
		const seenMeanwhile = await overviews();
		await it.dateComes();
		for (const one of [ana, ben]) await one.sees(over);
		expect(troubles(bot)).toEqual([]);
		const left = {
			seenMeanwhile,
			seen: await overviews(),
			messages: [ana.messages(), ben.messages()],
			rows: await storedRows(client),
			// What the bot says of itself names no answer either.
			logged: bot.logged.filter((line) => /notOn|goOn|goes_on/.test(line)),
		};
		return { left, meanwhile };
	} finally {
		await it.stop();
	}
}

test("exploring: swapping who declined leaves the same messages and the same stored bytes, times and ids aside", async () => {
	const [mentor, mentee, forgot] = await Promise.all([
		leftBy("the mentor declines"),
		leftBy("the mentee declines"),
		leftBy("one forgets"),
	]);
	const { rows, logged } = mentor.left;
	expect(rows.mentorship?.join()).toContain('"ended_as": "explored"');
	expect(rows.owed?.join()).toContain("mentorships:parted");
	expect(mentee.left).toEqual(mentor.left);
	expect(forgot.left).toEqual(mentor.left);
	expect(logged).toEqual([]);

	// Until then an answer is a row of one table, and nothing anywhere else.
	const whole = { ...mentor.meanwhile, exploring_answer: [] };
	expect(mentee.meanwhile).not.toEqual(mentor.meanwhile);
	expect(forgot.meanwhile).not.toEqual(mentor.meanwhile);
	for (const { meanwhile } of [mentee, forgot])
		expect({ ...meanwhile, exploring_answer: [] }).toEqual(whole);
}, 60_000);
