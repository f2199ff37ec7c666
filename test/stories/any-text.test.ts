import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import { features } from "../../src/features.ts";
import { workday } from "../support/bell.ts";
import { type Running, startBot } from "../support/bot.ts";
import { runSql } from "../support/database.ts";
import { full } from "../support/full.ts";
import { createHand } from "../support/hand.ts";
import { prepares } from "../support/odd-agenda.ts";
import {
	agreeingOf,
	agrees,
	halfwayOf,
	looksHalfway,
	overOf,
} from "../support/odd-agreeing.ts";
import {
	asks,
	fillsProfile,
	joins,
	leaves,
	tellsMore,
	withdraws,
} from "../support/odd-asking.ts";
import { closingOf, looksBack } from "../support/odd-closing.ts";
import { flashOf, thanksAfterFlash } from "../support/odd-flash.ts";
import { notesOutside } from "../support/odd-kinds.ts";
import { introduces, reports, writesGoal } from "../support/odd-mentoring.ts";
import {
	claims,
	cohortIn,
	comes,
	creates,
	namesTopic,
	pastes,
	renamesCohort,
	settles,
} from "../support/odd-program.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { createPen } from "../support/pen.ts";
import { acme, colleagueId, worldWith } from "../support/people.ts";
import { textFieldsOf } from "../support/text-fields.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

// Generated texts through every field that takes any, another one in each,
// then read by whoever reads them: in find, on Home, in messages and forms.
// Every text in every field, without Slack: the tests of the views.

const count = full ? 10_000 : 150;
/** At the least, so many are written in a round. */
const inRound = 75;
const rounds = Math.ceil(count / inRound);
/** Rounds with the same two people, whose conversations grow. */
const together = 4;
const couples = Math.ceil(rounds / together);
/** One is in a mentorship, the others find each other, and some come alone. */
const everyone = 2 + 2 * couples + 2 * rounds;
const ids = Array.from({ length: everyone }, (_, at) => colleagueId(at + 1));
const pen = createPen(oddTexts(count, 20260731), [
	...["U01ANA", "U03CHEN", "U04DANA"],
	...ids,
]);

/** A command that names someone made up asks Slack who that is. */
const nobody = "users.info: user_not_found";

let bot: Running;
const hand = (id: string) => createHand(bot.slack, acme, id);
const couple = (number: number) =>
	[colleagueId(2 * number + 1), colleagueId(2 * number + 2)] as const;
const nameOf = (id: string) => `Colleague ${Number(id.slice(2))}`;
const commands = features
	.flatMap(({ entries }) => entries)
	.flatMap(({ type, id }) => (type === "command" ? [id] : []));

beforeAll(async () => {
	bot = await startBot({
		world: worldWith(everyone),
		limits: "off",
		now: () => workday(),
	});
	const [mentor, mentee] = couple(0);
	await hand("U03CHEN").types("/mentor");
	await claims(pen, hand("U01ANA"));
	await runSql(bot.databaseUrl, cohortIn);
	for (const id of [mentor, mentee]) await joins(pen, hand(id));
	await asks(pen, hand(mentee), mentor);
	await pen.tapsAtHome(hand(mentor), "matching:accept");
	await until("a mentorship", () =>
		JSON.stringify(hand(mentee).surface()).includes("mentorships:stop"),
	);
	await runSql(
		bot.databaseUrl,
		`update program set settings = settings || jsonb_build_object(
			'safeguarding', (select jsonb_agg(person_id) from person
				where slack_user_id = 'U03CHEN'))`,
	);
}, 60_000);
afterAll(() => bot?.stop());

test(
	`${count} odd texts do no harm to anybody`,
	async () => {
		const [manager, contact] = [hand("U01ANA"), hand("U03CHEN")];
		const [mentorId, menteeId] = couple(0);
		const pair = { mentor: hand(mentorId), mentee: hand(menteeId) };
		for (let round = 0; round < rounds; round += 1) {
			const isNew = round % together === 0;
			const [oneId, otherId] = couple(1 + Math.floor(round / together));
			const [one, other] = [hand(oneId), hand(otherId)];
			const thirdId = colleagueId(2 + 2 * couples + round + 1);
			const third = hand(thirdId);
			const friendId = colleagueId(2 + 2 * couples + rounds + round + 1);
			const friend = hand(friendId);

			if (!isNew) await leaves(one);
			await joins(pen, one);
			await fillsProfile(pen, one);
			await comes(pen, { person: third, id: thirdId, by: one, mentor: oneId });
			if (isNew) await joins(pen, other);
			await asks(pen, other, oneId, nameOf(thirdId));
			await tellsMore(pen, one, other);
			await withdraws(pen, other, third);

			await notesOutside(pen, one);
			await prepares(pen, pair.mentee, pair.mentor);
			await writesGoal(pen, pair.mentee, pair.mentor);
			await introduces(pen, { ...pair, third: friend, thirdId, friendId });
			await reports(pen, pair.mentee, contact);
			const mentorshipId = newId();
			const closing = closingOf({ mentorshipId, mentorId, menteeId });
			await runSql(bot.databaseUrl, closing);
			await looksBack(pen, mentorshipId, pair.mentee, pair.mentor);
			const agreedId = newId();
			const agreed = closingOf({ mentorId, menteeId, mentorshipId: agreedId });
			await runSql(bot.databaseUrl, `${agreed}; ${agreeingOf(agreedId)}`);
			await agrees(pen, agreedId, pair.mentee, pair.mentor);
			await runSql(bot.databaseUrl, halfwayOf(agreedId));
			await looksHalfway(pen, agreedId, pair.mentee, pair.mentor);
			await runSql(bot.databaseUrl, overOf(agreedId));
			const flashId = newId();
			const flash = closingOf({ mentorId, menteeId, mentorshipId: flashId });
			await runSql(bot.databaseUrl, `${flash}; ${flashOf(flashId)}`);
			await thanksAfterFlash(pen, flashId, pair.mentee, pair.mentor);

			await settles(pen, manager);
			await renamesCohort(pen, manager);
			await namesTopic(pen, manager, round);
			await pastes(pen, manager, [oneId, otherId]);
			for (const command of commands)
				await hand("U04DANA").types(`/mentor ${command} ${pen.next()}`);
			pen.look(hand("U04DANA"));

			expect([...pen.harm]).toEqual([]);
			expect(troubles(bot).filter((it) => it !== nobody)).toEqual([]);
		}
		await creates(pen, manager);
		expect(pen.used()).toBeGreaterThanOrEqual(count);
		process.stdout.write(
			`odd texts: ${pen.used()} in ${pen.filled.size} fields and ${commands.length} commands: ${pen.harm.size} active, 0 refused, 0 errors\n`,
		);
	},
	full ? 3_600_000 : 120_000,
);

/** Menus of what is looked up, people and channels: nothing is typed there. */
const menus = [
	"matching:suggestColleague colleague",
	"matching:preview recommendedBy",
	"matching:proposePeer person",
	"introductions:name person",
	"introductions:ask partner",
	"introductions:offer person",
	"introductions:offer partner",
	"enrollment:save-levels *",
	"enrollment:nominate person",
	"enrollment:nominate topic",
	"programs:save-first channel",
	"programs:addManager person",
	"programs:save-report channel",
	"programs:save-report zone",
];

test("every field that takes any text was written into", () => {
	const entries = features.flatMap((feature) => feature.entries);
	const fields = textFieldsOf(entries).filter((it) => !menus.includes(it));
	const written = [...pen.filled].map((it) => it.replace(/ \w+:\*$/, " *"));
	expect(fields.filter((field) => !written.includes(field))).toEqual([]);
});
