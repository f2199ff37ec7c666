import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { join } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { participationFeature } from "../../src/enrollment/participation.feature.ts";
import {
	askToAgree,
	readNewText,
} from "../../src/enrollment/participation.service.ts";
import { healthByNameFeature } from "../../src/programs/health-by-name.feature.ts";
import { switchHealth } from "../../src/programs/health-by-name.service.ts";
import { isHealthShown } from "../../src/programs/health-by-name.ts";
import { healthModal } from "../../src/programs/health-by-name.views.ts";
import {
	readParticipation,
	saveOwnLines,
} from "../../src/programs/participation.service.ts";
import { newTermsFor } from "../../src/programs/participation.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Office, openOffice } from "../support/office.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";
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
const day = 24 * 3_600_000;
const noon = new Date("2026-11-22T12:00:00Z");

async function joined(): Promise<string> {
	const person = await office.person();
	await join(office.deps, own.visit(person), emptyJoinForm);
	return person;
}

const saves = (...lines: string[]) =>
	saveOwnLines(office.deps, own.visit(own.founder), lines, [askToAgree]);

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

/** Switches health by name, some days after the first time. */
async function switches(to: "on" | "off", later = 0) {
	const now = new Date(noon.getTime() + later * day);
	const visit = { ...own.visit(own.founder), now };
	return switchHealth(office.deps, visit, to, [askToAgree]);
}

const present = () =>
	office.run((trx) => readParticipation(trx, own.programId));

async function blocksFor(personId: string): Promise<string> {
	const { textId } = await present();
	const message = await render(textId ?? "", personId);
	if (!message || "file" in message) throw new Error("No message.");
	expectSoundMessage(message, []);
	return JSON.stringify(message.blocks);
}

test("health by name begins a week after everybody enrolled is told", async () => {
	const [one, other] = [await joined(), await joined()];
	const second = await own.added();
	await saves("Be kind.");
	const { healthFrom, isChanged } = await switches("on");
	expect(isChanged).toBe(true);
	expect(healthFrom).toEqual(new Date("2026-11-30T00:00:00Z"));
	const { textId, version, ownLines } = await present();
	expect([version, ownLines]).toEqual([3, ["Be kind."]]);
	expect(
		(await asked(textId ?? "")).map((row) => row.person_id).sort(),
	).toEqual([one, other].sort());
	const told = await blocksFor(one);
	expect(told).toContain("see by name how each mentorship goes");
	expect(told).toContain("Nothing before that day counts.");
	expect(told).toContain("|November 30, 2026>");
	expect(told).toContain("From then on it holds for everybody");
	expect(told).not.toContain("everything stays as it is");
	expect(await own.owedTo(second)).toContain("programs:news");
	expect(await own.history()).toContain("programs:showHealth");
	// Before that day it is not shown.
	const from = healthFrom ?? noon;
	expect(isHealthShown(from, new Date(from.getTime() - 1))).toBe(false);
	expect(isHealthShown(from, from)).toBe(true);
	expect(isHealthShown(null, from)).toBe(false);
});

test("who joins while it is on has agreed to it; lines keep it", async () => {
	await switches("on");
	const person = await joined();
	expect(await waiting(person)).toBeNull();
	await saves("Be kind.");
	expect(await waiting(person)).toMatchObject({
		isHealthNew: false,
		terms: { healthFrom: new Date("2026-11-30T00:00:00Z") },
	});
	const told = await blocksFor(person);
	expect(told).toContain("how it goes by your meetings and pauses");
	expect(told).not.toContain("see by name how each mentorship goes");
});

test("switched off it is gone at once, and nobody is asked; then it begins anew", async () => {
	const person = await joined();
	await switches("on");
	const on = (await present()).textId ?? "";
	expect(await switches("off", 20)).toMatchObject({
		healthFrom: null,
		isChanged: true,
	});
	const { textId } = await present();
	expect(await asked(textId ?? "")).toEqual([]);
	expect(await waiting(person)).toBeNull();
	// What was still to be said of it is not said any more.
	expect(await render(on, person)).toBeNull();
	expect(await own.history()).toContain("programs:hideHealth");
	const { healthFrom } = await switches("on", 21);
	expect(healthFrom).toEqual(new Date("2026-12-21T00:00:00Z"));
	expect(await waiting(person)).toMatchObject({ isHealthNew: true });
});

test("two who switch it at once switch it once", async () => {
	const done = await Promise.all([switches("on"), switches("on")]);
	expect(done.filter(({ isChanged }) => isChanged)).toHaveLength(1);
	expect((await present()).version).toBe(2);
	expect(await switches("on", 3)).toMatchObject({ isChanged: false });
});

test("less needs no yes: only lines and what managers see more", () => {
	const terms = (version: number, line: string, from: string | null) => ({
		version,
		ownLines: line ? [line] : [],
		healthFrom: from ? new Date(from) : null,
	});
	const texts = [
		terms(2, "a", null),
		terms(3, "a", "2026-01-01"),
		terms(4, "a", null),
		terms(5, "a", "2026-03-01"),
		terms(6, "b", "2026-03-01"),
	];
	const asks = (upTo: number, agreedTo: number) =>
		newTermsFor(texts.slice(0, upTo - 1), agreedTo);
	expect(asks(2, 1)).toEqual({ isHealthNew: false });
	expect(asks(3, 2)).toEqual({ isHealthNew: true });
	expect(asks(4, 2)).toBeNull();
	expect(asks(4, 3)).toBeNull();
	expect(asks(4, 1)).toEqual({ isHealthNew: false });
	expect(asks(5, 3)).toEqual({ isHealthNew: true });
	expect(asks(6, 5)).toEqual({ isHealthNew: false });
	expect(asks(6, 6)).toBeNull();
});

test("the page says what it means, and its button what it does", async () => {
	const entry = healthByNameFeature([]).entries.find(
		({ id }) => id === "programs:healthByName",
	);
	const page = async () => {
		const shown = await entry?.handle(office.deps, own.visit(own.founder), {});
		return JSON.stringify(shown);
	};
	expect(await page()).toContain("Switch it on");
	expect(await page()).toContain("Everybody enrolled will be told");
	await switches("on");
	expect(await page()).toContain("Switch it off");
	for (const healthFrom of [null, noon]) {
		const { programId } = own;
		expectSoundModal(healthModal({ programId, healthFrom, start: noon }, text));
	}
});
