import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { join, leave } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { participationFeature } from "../../src/enrollment/participation.feature.ts";
import {
	agree,
	askToAgree,
	readNewText,
} from "../../src/enrollment/participation.service.ts";
import {
	readParticipation,
	saveOwnLines,
} from "../../src/programs/participation.service.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Office, openOffice } from "../support/office.ts";
import { expectSoundMessage } from "../support/sound.ts";
import { type OwnProgram, ownProgram } from "./own-program.ts";

let office: Office;
let own: OwnProgram;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());
beforeEach(async () => {
	own = await ownProgram(office);
});

const text = textFor("en");

async function joined(): Promise<string> {
	const person = await office.person();
	await join(office.deps, own.visit(person), emptyJoinForm);
	return person;
}

/** Saves them; the id of the newest text. */
async function saves(...lines: string[]): Promise<string> {
	const visit = own.visit(own.founder);
	await saveOwnLines(office.deps, visit, lines, [askToAgree]);
	const { textId } = await office.run((trx) =>
		readParticipation(trx, own.programId),
	);
	return textId ?? "";
}

const waiting = (personId: string) =>
	office.run((trx) =>
		readNewText(trx, { programId: own.programId, personId }, text),
	);

const asked = (textId: string) =>
	office.run((trx) =>
		trx
			.selectFrom("owed")
			.select(["person_id", "urgency"])
			.where("subject_id", "=", textId)
			.execute(),
	);

function render(textId: string, personId: string) {
	const kind = participationFeature([]).messages?.["enrollment:participation"];
	if (!kind) throw new Error("There is no such message.");
	const { deps } = office;
	const now = deps.now();
	return office.run((trx) =>
		kind.render({ trx, deps, subjectId: textId, personId, text, now }),
	);
}

test("a new text is a new version, and everyone there is asked once", async () => {
	const [one, other, gone] = [await joined(), await joined(), await joined()];
	await leave(office.deps, own.visit(gone), []);
	const textId = await saves("Be kind.");
	const people = (await asked(textId)).map(({ person_id }) => person_id);
	expect(people.sort()).toEqual([one, other].sort());
	expect(await waiting(one)).toMatchObject({
		terms: { ownLines: ["Be kind."] },
		isHealthNew: false,
	});
	expect(await waiting(gone)).toBeNull();
	// Saved again as it was, nobody is asked.
	expect(await saves("Be kind.")).toBe(textId);
	expect(await asked(textId)).toHaveLength(2);
	expect(await own.history()).toContain("programs:changeParticipation");
});

test("agreeing ends it, for this version", async () => {
	const person = await joined();
	const first = await saves("Be kind.");
	const visit = () => own.visit(person);
	expect(await agree(office.deps, visit(), first)).toBe("agreed");
	expect(await agree(office.deps, visit(), first)).toBe("agreedBefore");
	expect(await waiting(person)).toBeNull();
	const second = await saves("Be kind.", "Be on time.");
	expect(await waiting(person)).toMatchObject({ textId: second });
	expect(await agree(office.deps, visit(), first)).toBe("newer");
	expect(await waiting(person)).toMatchObject({ textId: second });
});

test("who joins afterwards has agreed to the newest", async () => {
	await saves("Be kind.");
	const textId = await saves("Be on time.");
	const person = await joined();
	expect(await waiting(person)).toBeNull();
	const visit = own.visit(person);
	expect(await agree(office.deps, visit, textId)).toBe("agreedBefore");
});

test("the message says what is asked, and only while it is", async () => {
	const person = await joined();
	const first = await saves("Be <kind>, *always*.");
	const message = await render(first, person);
	if (!message || "file" in message) throw new Error("No message.");
	expectSoundMessage(message, ["always"]);
	expect(JSON.stringify(message.blocks)).toContain("6. Be &lt;kind&gt;");
	const second = await saves("Be kind.");
	expect(await render(first, person)).toBeNull();
	await agree(office.deps, own.visit(person), second);
	expect(await render(second, person)).toBeNull();
});

test("earlier versions are kept", async () => {
	await saves("One.");
	await saves();
	await saves("Three.");
	const rows = await office.run((trx) =>
		trx
			.selectFrom("participation_text")
			.select(["version", "own_lines", "created_by"])
			.where("program_id", "=", own.programId)
			.orderBy("version")
			.execute(),
	);
	expect(rows).toEqual([
		{ version: 2, own_lines: ["One."], created_by: own.founder },
		{ version: 3, own_lines: [], created_by: own.founder },
		{ version: 4, own_lines: ["Three."], created_by: own.founder },
	]);
});
