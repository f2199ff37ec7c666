import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { actionsFeature } from "../../src/agenda/actions.feature.ts";
import { listActions } from "../../src/agenda/actions.queries.ts";
import {
	dueKind,
	noteActions,
	readOwnActions,
} from "../../src/agenda/actions.service.ts";
import { newId } from "../../src/db/database.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { addresses } from "../../src/mentorships/addresses.service.ts";
import type { AgreementWords } from "../../src/mentorships/agreement.ts";
import {
	readDraft,
	writeDraft,
} from "../../src/mentorships/agreement-drafts.service.ts";
import { exploringFeature } from "../../src/mentorships/exploring.feature.ts";
import { answerExploring } from "../../src/mentorships/exploring.service.ts";
import { listLastChange } from "../../src/mentorships/members.queries.ts";
import { comeIn, goOut } from "../../src/mentorships/members.service.ts";
import {
	insertMentorship,
	updateGroupChannel,
	updateStopped,
} from "../../src/mentorships/mentorships.queries.ts";
import { makeMove } from "../../src/mentorships/move.service.ts";
import {
	findGroupChannel,
	findMentorship,
	lockMentorship,
} from "../../src/mentorships/read-mentorships.queries.ts";
import { turnActs } from "../../src/mentorships/turn-acts.service.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Office, openOffice } from "../support/office.ts";

const now = new Date("2026-03-02T12:00:00Z");
let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

/** Three peers whose group DM is open. */
async function threePeers() {
	const people = [
		await office.joined(),
		await office.joined(),
		await office.joined(),
	] as const;
	const mentorshipId = newId();
	await office.run(async (trx) => {
		await insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId: null,
			kind: "peer",
			exploringUntil: now,
			members: people.map((personId) => ({ personId, role: "peer" })),
		});
		await updateGroupChannel(trx, mentorshipId, "G0THREE");
	});
	return { mentorshipId, people };
}

const hold = (mentorshipId: string) =>
	office.run(async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) throw new Error("There is no mentorship.");
		return mentorship;
	});

test("one leaves: the old group DM gets a last line, and a new one the first", async () => {
	const { mentorshipId, people } = await threePeers();
	const [leaver] = people;
	const before = await hold(mentorshipId);
	const changed = await office.run((trx) => goOut(trx, before, leaver));
	expect(changed?.mentorship.members).toHaveLength(2);
	expect(changed?.owed.map(({ kind, key }) => [kind, key])).toEqual([
		["mentorships:moved-on", `moved-on:${mentorshipId}:0`],
		["mentorships:gathering", `gathering:${mentorshipId}:1`],
	]);
	const change = await office.run((trx) =>
		listLastChange(trx, { mentorshipId, lineup: 1 }),
	);
	expect(change).toMatchObject([{ has: "left" }]);
	// Two cannot go on without one of them.
	const two = await hold(mentorshipId);
	expect(await office.run((trx) => goOut(trx, two, people[1]))).toBeNull();

	// Whoever comes back begins anew, and it says so of nobody else.
	await office.run((trx) =>
		comeIn(trx, two, { personId: leaver, role: "peer", now }),
	);
	const back = await office.run((trx) =>
		listLastChange(trx, { mentorshipId, lineup: 2 }),
	);
	expect(back).toMatchObject([{ has: "come" }]);
	expect((await hold(mentorshipId)).members).toHaveLength(3);
});

test("when somebody comes in while exploring, what the others said about going on counts no more", async () => {
	const { mentorshipId, people } = await threePeers();
	const { deps } = office;
	const says = async (personId: string) => {
		const wants = { mentorshipId, goesOn: true };
		const visit = office.visit(personId);
		return (await answerExploring(deps, visit, wants))?.is;
	};
	for (const one of people.slice(1)) await says(one);
	const fourth = await office.joined();
	const before = await hold(mentorshipId);
	await office.run((trx) =>
		comeIn(trx, before, { personId: fourth, role: "peer", now }),
	);
	for (const one of [people[0], fourth]) await says(one);
	expect((await hold(mentorshipId)).state).toBe("exploring");
	for (const one of people.slice(1)) await says(one);
	expect((await hold(mentorshipId)).state).toBe("agreeing");
});

test("whoever has left hears nothing of it any more, not even what was owed before", async () => {
	const { mentorshipId, people } = await threePeers();
	const [leaver, stays] = people;
	const { deps } = office;
	const owned = await office.run(async (trx) => {
		const taken = { text: "A walk", owner: leaver, dueOn: "2026-03-20" };
		await noteActions(deps, trx, mentorshipId, [taken], office.visit(leaver));
		const [action] = await listActions(trx, mentorshipId, null);
		return action?.actionId ?? "";
	});
	const kinds = { ...exploringFeature.messages, ...actionsFeature.messages };
	const hears = (kind: string, subjectId: string, personId: string) =>
		office.run(async (trx) => {
			const where = { deps, trx, subjectId, personId };
			const context = { ...where, text: textFor("en"), now };
			const message = await kinds[kind]?.render(context);
			return message !== null && message !== undefined;
		});
	const reminder = "mentorships:remind-exploring";
	const owns = async () =>
		(await readOwnActions(deps, office.visit(leaver))).length;
	expect(await hears(reminder, mentorshipId, leaver)).toBe(true);
	expect(await hears(dueKind, owned, leaver)).toBe(true);
	expect(await owns()).toBe(1);
	const before = await hold(mentorshipId);
	await office.run((trx) => goOut(trx, before, leaver));
	expect(await hears(reminder, mentorshipId, leaver)).toBe(false);
	expect(await hears(reminder, mentorshipId, stays)).toBe(true);
	expect(await hears(dueKind, owned, leaver)).toBe(false);
	expect(await owns()).toBe(0);
});

test("who was reminded is reminded anew, once somebody came in and exploring began again", async () => {
	const { mentorshipId, people } = await threePeers();
	const [stays] = people;
	const remind = () =>
		office.run(async (trx) => {
			const mentorship = await findMentorship(trx, mentorshipId);
			if (!mentorship) throw new Error("There is no mentorship.");
			const { deps } = office;
			const turn = { deps, trx, mentorship, now };
			await insertOwed(trx, (await turnActs.remindExploring(turn)).owed);
			return trx
				.selectFrom("owed")
				.select("owed_id")
				.where("kind", "=", "mentorships:remind-exploring")
				.where("subject_id", "=", mentorshipId)
				.where("person_id", "=", stays)
				.execute();
		});
	expect(await remind()).toHaveLength(1);
	expect(await remind()).toHaveLength(1);
	const before = await hold(mentorshipId);
	const personId = await office.joined();
	await office.run((trx) =>
		comeIn(trx, before, { personId, role: "peer", now }),
	);
	expect(await remind()).toHaveLength(2);
});

test("what Slack opened for the members of before is not remembered", async () => {
	const { mentorshipId, people } = await threePeers();
	const before = await hold(mentorshipId);
	await office.run((trx) => goOut(trx, before, people[0]));
	const to = { personId: null, mentorshipId };
	const remember = async (slackIds: string[]) => {
		await office.run((trx) =>
			addresses.remember(trx, to, "G0OPENED", slackIds),
		);
		return office.run((trx) => findGroupChannel(trx, mentorshipId));
	};
	const idsOf = (members: { slackUserId: string }[]) =>
		members.map(({ slackUserId }) => slackUserId);
	expect(await remember(idsOf(before.members))).toBeNull();
	const after = await hold(mentorshipId);
	expect(await remember(idsOf(after.members).toReversed())).toBe("G0OPENED");
});

test("where something is wrong, the old group DM gets no line", async () => {
	const { mentorshipId, people } = await threePeers();
	const [leaver] = people;
	await office.run((trx) =>
		updateStopped(trx, { mentorshipId, personId: leaver }, now),
	);
	const before = await hold(mentorshipId);
	const changed = await office.run((trx) => goOut(trx, before, leaver));
	expect(changed?.owed.map(({ kind }) => kind)).toEqual([
		"mentorships:gathering",
	]);
	const after = await office.run((trx) => findMentorship(trx, mentorshipId));
	expect(after?.members.every(({ stoppedAt }) => stoppedAt === null)).toBe(
		true,
	);
});

test("what is being written goes with whoever leaves, and with the mentorship", async () => {
	const { mentorshipId, people } = await threePeers();
	const { deps } = office;
	const words: AgreementWords = {
		...{ helps: null, helpsNot: null, reach: "By phone", months: 6 },
		...{ rhythm: "weekly", lengthMinutes: 30, format: "either" },
	};
	const types = async () => {
		const held = await hold(mentorshipId);
		const draft = { agreementId: newId(), words };
		await office.run(async (trx) => {
			for (const one of people)
				await writeDraft(deps, trx, office.visit(one), held, draft);
		});
	};
	const kept = () =>
		office.run(async (trx) => {
			const all = people.map((one) =>
				readDraft(deps, trx, office.visit(one), mentorshipId),
			);
			return (await Promise.all(all)).map((draft) => draft !== null);
		});
	await types();
	expect(await kept()).toEqual([true, true, true]);
	const before = await hold(mentorshipId);
	await office.run((trx) => goOut(trx, before, people[0]));
	expect(await kept()).toEqual([false, true, true]);
	const two = await hold(mentorshipId);
	const ending = { move: "end", now, by: people[1], endedAs: "early" } as const;
	await office.run((trx) => makeMove(trx, two, ending));
	expect(await kept()).toEqual([false, false, false]);
	// A form that is still open keeps nothing more.
	await types();
	expect(await kept()).toEqual([false, false, false]);
});
