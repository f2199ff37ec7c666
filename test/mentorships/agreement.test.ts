import { describe, expect, test } from "@jest/globals";
import {
	type AgreementWords,
	goalsFor,
	versionsSince,
} from "../../src/mentorships/agreement.ts";
import { changeLines } from "../../src/mentorships/agreement-change.views.ts";
import { changesBetween } from "../../src/mentorships/agreement-changes.ts";
import {
	datesAfter,
	datesFrom,
} from "../../src/mentorships/agreement-dates.ts";
import {
	fillIn,
	type Preference,
} from "../../src/mentorships/agreement-fill.ts";
import {
	answerOf,
	hasAll,
	isOpenToWrite,
} from "../../src/mentorships/halfway.ts";
import type { MemberRole } from "../../src/mentorships/mentorship.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import { textFor } from "../../src/slack/text.ts";

const settings = settingsSchema.parse({});
const now = new Date("2026-03-02T09:00:00Z");

const mentor: Preference = {
	name: "Ben",
	role: "mentor",
	offer: "Clouds",
	helpsNotWith: "Salaries",
	rhythm: "weekly",
	lengthMinutes: 45,
	format: "video",
};
const mentee: Preference = {
	...{ name: "Ana", role: "mentee", offer: "Kites", helpsNotWith: null },
	...{ rhythm: "monthly", lengthMinutes: 30, format: "either" },
};

const words: AgreementWords = {
	...{ helps: "Clouds", helpsNot: null, reach: null },
	...{ rhythm: "weekly", lengthMinutes: 30, format: "either", months: 6 },
};

describe("the first version", () => {
	test("asks of nobody more time than they offered", () => {
		expect(fillIn("one_to_one", [mentor, mentee], settings)).toEqual({
			helps: "Clouds",
			helpsNot: "Salaries",
			rhythm: "monthly",
			lengthMinutes: 30,
			format: "video",
			reach: null,
			months: 6,
		});
	});

	test("leaves open where they like different ways to meet", () => {
		const other = { ...mentee, format: "in_person" as const };
		const { format } = fillIn("one_to_one", [mentor, other], settings);
		expect(format).toBe("either");
	});

	test("is for three months of expertise, and never for more than a year", () => {
		const { defaults } = settings;
		const long = { defaults: { ...defaults, durationMonths: 24 } };
		expect(fillIn("expertise", [mentor], long).months).toBe(3);
		expect(fillIn("sponsor", [mentor], long).months).toBe(12);
	});

	test("knows no mentor among peers, and says whose words are whose", () => {
		const peers = [mentor, mentee].map((one) => ({
			...one,
			role: "peer" as const,
		}));
		const { helps, helpsNot } = fillIn("peer", peers, settings);
		expect(helps).toBe("Ben: Clouds\nAna: Kites");
		expect(helpsNot).toBeNull();
	});

	test("is what the program says where nobody has a profile", () => {
		expect(fillIn("group", [], settings)).toMatchObject({
			rhythm: "every_two_weeks",
			lengthMinutes: 30,
			helps: null,
		});
	});
});

describe("the dates", () => {
	test("begin with the last signature, halfway between is the review", () => {
		expect(datesFrom(now, 6)).toEqual({
			halfwayOn: "2026-06-02",
			endsOn: "2026-09-02",
		});
		const late = new Date("2026-08-31T23:00:00Z");
		expect(datesFrom(late, 6).endsOn).toBe("2027-02-28");
	});

	test("move by the difference, wherever pauses have put them", () => {
		const dates = { halfwayOn: "2026-06-12", endsOn: "2026-09-12" };
		const spans = { before: 6, after: 8 };
		expect(datesAfter(dates, spans, now)).toEqual({
			halfwayOn: "2026-07-12",
			endsOn: "2026-11-12",
		});
		expect(datesAfter(dates, { before: 6, after: 6 }, now)).toEqual(dates);
	});

	test("never move into the past, and what was halfway stays", () => {
		const dates = { halfwayOn: "2026-01-10", endsOn: "2026-04-10" };
		const spans = { before: 6, after: 1 };
		expect(datesAfter(dates, spans, now)).toEqual({
			halfwayOn: "2026-01-10",
			endsOn: "2026-03-03",
		});
	});
});

test("differences between versions are said in words", () => {
	const after = { ...words, rhythm: "monthly", months: 1, reach: "By phone" };
	const changes = changesBetween(words, after as AgreementWords);
	expect(changeLines(changes, textFor("en")).mrkdwn).toBe(
		"Rhythm: every week → every month\nBetween meetings: nothing → By phone\nDuration: 6 months → 1 month",
	);
});

test("who joined later reads what stood then, and what came since", () => {
	const day = (date: number) => new Date(Date.UTC(2026, 2, date));
	const version = (number: number, written: number, held?: number) => ({
		...{ number, writtenAt: day(written) },
		inForceAt: held ? day(held) : null,
	});
	const read = (joinedAt: Date | null, ...all: ReturnType<typeof version>[]) =>
		versionsSince(all, joinedAt).map(({ number }) => number);
	const life = [
		version(4, 20),
		version(3, 9),
		version(2, 5, 6),
		version(1, 1, 2),
	] as const;
	expect(read(null, ...life)).toEqual([4, 3, 2, 1]);
	expect(read(day(10), ...life)).toEqual([4, 3, 2]);
	expect(read(day(30), ...life)).toEqual([4, 3, 2]);
	// While none held: the one that was to be signed then.
	expect(read(day(4), version(3, 5), version(2, 3), version(1, 1))).toEqual([
		3, 2,
	]);
	expect(read(day(1), version(1, 2))).toEqual([1]);
});

test("mentees read their own open goals, mentors and peers all of them", () => {
	const goal = (personId: string, state: "open" | "let_go" = "open") => ({
		...{ owner: { personId, slackUserId: "U0" }, text: "Fly", state },
	});
	const goals = [goal("ana"), goal("dana"), goal("ana", "let_go")];
	const read = (personId: string, role: MemberRole) =>
		goalsFor(goals, { personId, role }).map(({ owner }) => owner.personId);
	expect(read("ana", "mentee")).toEqual(["ana"]);
	expect(read("ben", "mentor")).toEqual(["ana", "dana"]);
	expect(read("dana", "peer")).toEqual(["ana", "dana"]);
});

describe("halfway", () => {
	const said = { keep: "This", stop: null, start: null };
	const answer = (personId: string, words: typeof said | null) => ({
		...{ personId, words, answeredAt: now },
	});
	const members = [{ personId: "ana" }, { personId: "ben" }];

	test("is shared once all who are still there have written", () => {
		const has = (...answers: ReturnType<typeof answer>[]) =>
			hasAll({ answers }, members);
		expect(has(answer("ana", said), answer("ben", null))).toBe(false);
		expect(has(answer("ana", said), answer("ben", said))).toBe(true);
		// Who left without a word keeps nobody waiting; who came was not asked.
		const gone = answer("dana", null);
		expect(has(answer("ana", said), answer("ben", said), gone)).toBe(true);
		expect(has(gone)).toBe(false);
		expect(answerOf({ answers: [gone] }, "ana")).toBeUndefined();
	});

	test("can be written until it is shared or the mentorship is over", () => {
		const open = { sharedAt: null };
		expect(isOpenToWrite({ state: "active" }, open)).toBe(true);
		expect(isOpenToWrite({ state: "closing" }, open)).toBe(true);
		expect(isOpenToWrite({ state: "ended" }, open)).toBe(false);
		expect(isOpenToWrite({ state: "active" }, { sharedAt: now })).toBe(false);
	});
});
