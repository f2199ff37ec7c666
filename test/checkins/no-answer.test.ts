import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
	askOther,
	noAnswerKind,
	readOpen,
} from "../../src/checkins/no-answer.service.ts";
import { type Facts, judgeSilence } from "../../src/checkins/no-answer.ts";
import type { Mentorship } from "../../src/mentorships/mentorship.ts";
import {
	inDays,
	type MeetingOffice,
	openMeetingOffice,
} from "../meetings/meeting-office.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { strikeAll } from "../support/strike.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

describe("when the date has come", () => {
	const closesAt = inDays(14);
	const open = {
		...{ noAnswerId: "n1", mentorshipId: "m1", personId: "p2" },
		...{ askedAt: inDays(0), closesAt, endedAt: null },
	};
	const verdict = (differs: Partial<Mentorship>, facts: Partial<Facts> = {}) =>
		judgeSilence(
			open,
			{
				mentorship: aMentorship({ state: "active", ...differs }),
				...{ hasTalked: false, isAway: false, isGivenUp: false },
				toldAt: inDays(1),
				...facts,
			},
			closesAt,
		).is;
	const members = aMentorship().members.map((member, at) => ({
		...member,
		stoppedAt: at === 0 ? inDays(1) : null,
	}));

	test("a silence ends it, alike where it has been stopped", () => {
		expect(verdict({})).toBe("end");
		expect(verdict({ members }, { toldAt: null })).toBe("end");
	});

	test("it waits for whoever is away, or was told too late, and for no more", () => {
		expect(verdict({ state: "paused" })).toBe("wait");
		expect(verdict({}, { isAway: true })).toBe("wait");
		expect(verdict({ members }, { isAway: true })).toBe("wait");
		expect(verdict({}, { toldAt: null })).toBe("wait");
		expect(verdict({}, { toldAt: inDays(8) })).toBe("wait");
		// Whoever has left is away for good.
		expect(verdict({ state: "ended" }, { isAway: true })).toBe("over");
		expect(verdict({ state: "closing" })).toBe("over");
		expect(verdict({}, { toldAt: null, isGivenUp: true })).toBe("over");
	});
});

test("while somebody is at the mentorship, the clock waits for nobody and comes again", async () => {
	const { mentorshipId, mentee } = await office.pair();
	await office.becomes(mentorshipId, { state: "active" });
	await askOther(office.deps, office.visit(mentee), mentorshipId);
	// They found a time since, so that nobody waits for an answer any more.
	await office.picks(mentorshipId, { by: mentee, at: inDays(20) });
	const rings = (at: Date) =>
		strikeAll(office, office.deps, at, async () => {});
	const isOpen = async () =>
		(await office.run((trx) => readOpen(trx, mentorshipId))) !== undefined;
	const nextLooks = () =>
		office.run((trx) =>
			trx
				.selectFrom("schedule")
				.select("next_at")
				.where("kind", "=", noAnswerKind)
				.execute(),
		);
	await office.run(async (trx) => {
		await trx
			.selectFrom("mentorship")
			.select("state")
			.where("mentorship_id", "=", mentorshipId)
			.forUpdate()
			.execute();
		await rings(inDays(14));
	});
	expect(await isOpen()).toBe(true);
	const aMinuteOn = new Date(inDays(14).getTime() + 60_000);
	expect(await nextLooks()).toEqual([{ next_at: aMinuteOn }]);
	await rings(aMinuteOn);
	expect(await isOpen()).toBe(false);
	expect(await nextLooks()).toEqual([]);
});
