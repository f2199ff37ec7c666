import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sendAsk } from "../../src/matching/ask.service.ts";
import type { Ask } from "../../src/matching/ask.ts";
import { changeChoices } from "../../src/matching/ask-choices.service.ts";
import { addChoice, noChoices } from "../../src/matching/ask-choices.ts";
import { saveDraft } from "../../src/matching/ask-drafts.service.ts";
import { listLiveRequestsBy } from "../../src/matching/requests.queries.ts";
import {
	saveDirectory,
	saveNoContact,
} from "../../src/workspaces/people.service.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office.close());

const ask: Ask = {
	ask: "Look at my plan",
	goal: null,
	duration: "one_talk",
	why: "You know plans",
	offer: null,
	recommendedBy: "U0FRIEND",
	notMyManager: true,
	ready: true,
};

const mentor = () =>
	office.joined({ role: "mentor", offered: [office.topic("Testing")] });

async function sends(mentee: string, to: string, change: Partial<Ask> = {}) {
	await saveDraft(office.deps, office.visit(mentee), to, { ...ask, ...change });
	return sendAsk(office.deps, office.visit(mentee), to);
}

const live = (mentee: string) =>
	office.run((trx) => listLiveRequestsBy(trx, mentee));

async function reportsTo(personId: string, managerId: string) {
	const directory = { department: null, level: null, location: null };
	await office.run((trx) =>
		saveDirectory(trx, personId, { ...directory, managerId }),
	);
}

test("what is to be confirmed is checked here, not in the form alone", async () => {
	const mentee = await office.joined();
	const to = await mentor();
	for (const missing of [{ notMyManager: false }, { ready: false }]) {
		expect(await sends(mentee, to, missing)).toMatchObject({
			sent: false,
			why: "unconfirmed",
		});
		expect(await live(mentee)).toEqual([]);
	}
	expect(await sends(mentee, to)).toMatchObject({ sent: true });
});

test("whoever's manager is known need not confirm who it is not", async () => {
	const mentee = await office.joined();
	await reportsTo(mentee, await office.person());
	const sent = await sends(mentee, await mentor(), { notMyManager: false });
	expect(sent).toMatchObject({ sent: true });
});

test("five are asked in their order, each with words of their own", async () => {
	const mentee = await office.joined();
	const to = await mentor();
	const ids = [];
	for (const why of ["b", "c", "d", "e"]) {
		const mentorId = await mentor();
		ids.push(mentorId);
		await changeChoices(office.deps, office.visit(mentee), to, (choices) =>
			addChoice(choices, { mentorId, why }),
		);
	}
	expect(await sends(mentee, to)).toMatchObject({ sent: true, leftOut: [] });
	const list = await live(mentee);
	expect(list.map(({ mentorId }) => mentorId)).toEqual([to, ...ids]);
	expect(list.map(({ state }) => state)).toEqual([
		"open",
		...ids.map(() => "queued"),
	]);
	expect(new Set(list.map(({ listId }) => listId)).size).toBe(1);
	// One of them cannot be asked first in another list meanwhile.
	expect(await sends(mentee, ids[0] ?? "")).toMatchObject({
		sent: false,
		why: "alreadyNext",
	});
});

test("a next choice who cannot be asked any more is left out", async () => {
	const mentee = await office.joined();
	const [to, other] = [await mentor(), await mentor()];
	const mentorId = await mentor();
	await changeChoices(office.deps, office.visit(mentee), to, () =>
		addChoice(noChoices, { mentorId, why: null }),
	);
	await changeChoices(office.deps, office.visit(mentee), to, (choices) =>
		addChoice(choices, { mentorId: other, why: null }),
	);
	await reportsTo(mentee, mentorId);
	const sent = await sends(mentee, to);
	if (!sent.sent) throw new Error(sent.why);
	expect(sent.leftOut.map(({ personId }) => personId)).toEqual([mentorId]);
	expect(sent.next.map(({ personId }) => personId)).toEqual([other]);
	expect(await live(mentee)).toHaveLength(2);
});

test("three lists at most, however long they are", async () => {
	const mentee = await office.joined();
	for (const _ of ["a", "b", "c"]) {
		const to = await mentor();
		const mentorId = await mentor();
		await changeChoices(office.deps, office.visit(mentee), to, () =>
			addChoice(noChoices, { mentorId, why: null }),
		);
		expect(await sends(mentee, to)).toMatchObject({ sent: true });
	}
	expect(await sends(mentee, await mentor())).toMatchObject({ why: "tooMany" });
});

test("the rules hold for whoever has not joined", async () => {
	const mentee = await office.joined();
	const boss = await office.person("Boss");
	const report = await office.person("Report");
	const quiet = await office.person("Quiet");
	await reportsTo(mentee, boss);
	await reportsTo(report, mentee);
	await office.run((trx) => saveNoContact(trx, quiet, new Date()));
	expect(await sends(mentee, boss)).toMatchObject({ why: "reportingLine" });
	expect(await sends(mentee, report)).toMatchObject({ why: "reportingLine" });
	expect(await sends(mentee, quiet)).toMatchObject({ why: "notAvailable" });
	// Free seats and two more, as for any mentor.
	const colleague = await office.person("Colleague");
	for (const _ of ["a", "b", "c"])
		expect(await sends(await office.joined(), colleague)).toMatchObject({
			sent: true,
		});
	expect(await sends(mentee, colleague)).toMatchObject({
		why: "notAvailable",
	});
});
