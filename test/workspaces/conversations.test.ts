import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import { gateKeyOf } from "../../src/delivery/owe.ts";
import {
	readConversation,
	saveConversationChannel,
	startConversation,
} from "../../src/workspaces/conversations.service.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const slackIdOf = (personId: string) =>
	office.run(async (trx) => {
		const { slack_user_id } = await trx
			.selectFrom("person")
			.select("slack_user_id")
			.where("workspace_id", "=", trx.workspaceId)
			.where("person_id", "=", personId)
			.executeTakeFirstOrThrow();
		return slack_user_id;
	});

test("a conversation has its people, and a channel once it was opened", async () => {
	const people = [await office.person(), await office.person()];
	const id = await office.run((trx) => startConversation(trx, people));
	const found = await office.run((trx) => readConversation(trx, id));
	expect(found?.channel).toBeNull();
	expect(found?.slackUserIds.toSorted()).toEqual(
		(await Promise.all(people.map(slackIdOf))).toSorted(),
	);
	await office.run((trx) => saveConversationChannel(trx, id, "G0TWO"));
	const opened = await office.run((trx) => readConversation(trx, id));
	expect(opened?.channel).toBe("G0TWO");
});

test("with one person left, or none, there is no conversation any more", async () => {
	const people = [await office.person(), await office.person()];
	const id = await office.run((trx) => startConversation(trx, people));
	await office.run((trx) =>
		sql`delete from person where person_id = ${people[0]}`.execute(trx),
	);
	expect(await office.run((trx) => readConversation(trx, id))).toBeNull();
	expect(await office.run((trx) => readConversation(trx, newId()))).toBeNull();
});

test("keeps its own pace: one gate for each conversation", () => {
	const nobody = { personId: null, mentorshipId: null };
	expect(gateKeyOf({ ...nobody, conversationId: "one" })).toBe(
		"conversation:one",
	);
	expect(gateKeyOf({ ...nobody, mentorshipId: "one" })).toBe("mentorship:one");
	expect(gateKeyOf({ ...nobody, personId: "one" })).toBe("person:one");
});
