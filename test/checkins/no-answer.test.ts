import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
	askOther,
	noAnswerKind,
	readOpen,
} from "../../src/checkins/no-answer.service.ts";
import {
	inDays,
	type MeetingOffice,
	openMeetingOffice,
} from "../meetings/meeting-office.ts";
import { strikeAll } from "../support/strike.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

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
