import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { full } from "../support/full.ts";
import { createHand, type Hand } from "../support/hand.ts";
import { active, harmIn } from "../support/harm.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { acme, colleagueId, worldWith } from "../support/people.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

// Generated texts through every text field of join, profile and ask, another
// one in each, then read by the other person: in find, on Home and in the
// request. Every text in every field, without Slack: the tests of the views.

/** Fields filled in a round, the search and a command among them. */
const fields = 16;
const count = full ? 10_000 : 304;
const rounds = Math.ceil(count / fields);
const texts = oddTexts(rounds * fields, 20260731);
/** Rounds with the same two people, whose conversations grow. */
const together = 10;
const everyone = 2 * Math.ceil(rounds / together);
const ids = Array.from({ length: everyone }, (_, index) =>
	colleagueId(index + 1),
);

let bot: Running;
beforeAll(async () => {
	bot = await startBot({ world: worldWith(everyone), limits: "off" });
});
afterAll(() => bot?.stop());

const harm = new Set<string>();
let used = 0;
const next = () => texts[used++ % texts.length] ?? "";

test(
	`${texts.length} odd texts in ${fields} fields do no harm to anybody`,
	async () => {
		for (let round = 0; round < rounds; round += 1) {
			const first = 2 * Math.floor(round / together) + 1;
			const mentor = createHand(bot.slack, acme, colleagueId(first));
			const mentee = createHand(bot.slack, acme, colleagueId(first + 1));
			if (round % together > 0) await leaves(mentor);
			await joins(mentor);
			await fillsProfile(mentor);
			if (round % together === 0) await joins(mentee);
			await asks(mentee, `<@${colleagueId(first)}>`);
			await reads(mentor, mentee);
			expect([...harm]).toEqual([]);
			expect(troubles(bot)).toEqual([]);
		}
		expect(rounds * fields).toBeGreaterThanOrEqual(300);
		process.stdout.write(
			`odd texts: ${rounds * fields} in ${fields} fields: 0 active, 0 refused, 0 errors\n`,
		);
	},
	full ? 3_600_000 : 60_000,
);

async function leaves(person: Hand) {
	await person.types("/mentor leave");
	await once(person, /^You have left/, () =>
		person.pressesBelow("enrollment:leave"),
	);
}

/** Joins, with words everywhere. */
async function joins(person: Hand) {
	await person.types("/mentor join");
	await person.picks(await person.shown("enrollment:join"), "role", "both");
	const page = await until("the page for both", () => {
		const [view] = person.surface().modals;
		return view?.blocks.some(({ block_id }) => block_id === "offer") && view;
	});
	await person.fills(page, { goal: next(), offer: next() });
	await person.usesTopic(page, "wanted", next());
	await person.usesTopic(page, "offered", next());
	await person.submits();
	await person.shown("slack:notice");
	await person.closes();
}

/** The pages of the profile that take words. */
async function fillsProfile(person: Hand) {
	const opens = async (page: string) => {
		await person.shown("enrollment:profile");
		look(person);
		await person.presses("enrollment:openPage", page);
		return person.shown(`enrollment:save-${page}`);
	};
	await person.types("/mentor profile");
	await person.fills(await opens("mentor"), {
		offer: next(),
		helpsNotWith: next(),
		moves: next(),
	});
	await person.submits();
	await person.fills(await opens("mentee"), { goal: next() });
	await person.submits();
	const topics = await opens("topics");
	await person.usesTopic(topics, "wanted", next());
	await person.usesTopic(topics, "offered", next());
	await person.submits();
	await opens("levels");
	look(person);
	await person.closes();
}

/** The ask, to the preview, back again, and off. */
async function asks(person: Hand, mentor: string) {
	await person.types(`/mentor ask ${mentor}`);
	const words = { goal: next(), why: next(), offer: next() };
	await writes(person, { ask: next(), ...words });
	await person.submits();
	// Where nothing is left of a text, Mentor asks for one.
	if (person.surface().modals.at(-1)?.errors.ask) {
		await writes(person, { ask: "words" });
		await person.submits();
	}
	await person.shown("matching:send");
	look(person);
	await person.presses("matching:edit");
	await person.shown("matching:preview");
	look(person);
	await person.submits();
	await person.shown("matching:send");
	await person.submits();
	await person.shown("slack:notice");
	await person.closes();
}

async function writes(person: Hand, words: Record<string, string>) {
	const form = await person.shown("matching:preview");
	await person.fills(form, words);
	for (const name of ["notMyManager", "ready"])
		if (form.blocks.some(({ block_id }) => block_id === name))
			await person.picks(form, name, "yes");
}

/** What each of the two reads of the other, and a search for the words. */
async function reads(mentor: Hand, mentee: Hand) {
	await mentee.types("/mentor find");
	await mentee.types(`/mentor find ${next()}`);
	await mentee.types(`/mentor ${next()}`);
	await mentee.types("/mentor");
	await mentor.opensHome();
	await until("a request on Home", () =>
		JSON.stringify(mentor.surface().home).includes("matching:read"),
	);
	look(mentor);
	await mentor.pressesAtHome("matching:read");
	await mentor.shown("slack:notice");
	look(mentor);
	await mentor.closes();
	await once(mentee, / is withdrawn\.$/, () =>
		mentee.pressesBelow("matching:withdraw"),
	);
	look(mentee);
}

/** Does something and waits for one more message like that. */
async function once(person: Hand, said: RegExp, act: () => Promise<void>) {
	const count = () =>
		person
			.surface()
			.conversations.flatMap(({ messages }) => messages)
			.filter(({ text }) => said.test(text)).length;
	const before = count();
	await act();
	await until(`${said}`, () => count() > before);
}

/** All that is before a person's eyes; their own typing aside. */
function look({ surface }: Hand) {
	const { conversations, modals, home, notices } = surface();
	for (const { text, blocks } of conversations.flatMap((it) => it.messages)) {
		for (const one of active(text, ids)) harm.add(one);
		for (const one of harmIn(blocks, ids)) harm.add(one);
	}
	for (const { blocks } of [...modals, ...(home ? [home] : [])])
		for (const one of harmIn(blocks, ids)) harm.add(one);
	for (const { text } of notices) harm.add(text);
}
