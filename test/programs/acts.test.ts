import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Act } from "../../src/programs/act.ts";
import { actLine, byName } from "../../src/programs/act.views.ts";
import { readHistory, writeAct } from "../../src/programs/acts.service.ts";
import { historyModal } from "../../src/programs/history.views.ts";
import { saveSettings } from "../../src/programs/settings.service.ts";
import { clean } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { type Office, openOffice } from "../support/office.ts";
import { expectSoundModal } from "../support/sound.ts";
import { type OwnProgram, ownProgram } from "./own-program.ts";

const text = textFor("en");
const reader = { zone: "Europe/Lisbon", locale: "en-US" };

let office: Office;
let own: OwnProgram;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());
beforeEach(async () => {
	own = await ownProgram(office);
});

const act = (action: string, detail: Act["detail"] = {}): Act => ({
	auditId: "a1",
	programId: "g1",
	at: new Date("2026-03-02T10:00:00Z"),
	action,
	actor: { slackUserId: "U0MENTOR", name: "Ana Ruiz" },
	subject: { slackUserId: "U0MENTEE", name: "Tomasz Nowak" },
	detail,
});
const words = (...args: Parameters<typeof act>) =>
	actLine(act(...args), byName, text).mrkdwn;

test("acts read as someone would tell them", () => {
	expect(words("programs:addManager")).toBe(
		"Ana Ruiz made Tomasz Nowak a manager.",
	);
	const replies = { "replies.closeAfterDays": { from: 7, to: 5 } };
	expect(words("programs:save-replies", replies)).toBe(
		"Ana Ruiz changed the reply window in working days from 7 to 5.",
	);
	const several = {
		allowsGuests: { from: false, to: true },
		holidays: { from: [], to: [{ date: "2026-12-25", name: "Christmas" }] },
	};
	expect(words("programs:save-join", several)).toBe(
		"Ana Ruiz changed whether guests may join from no to yes and the holidays.",
	);
	const topic = { from: "k8s", to: "Kubernetes" };
	expect(words("programs:mergeTopics", { topic })).toBe(
		'Ana Ruiz merged the topic "k8s" into "Kubernetes".',
	);
	expect(words("workspaces:exportDirectory", { people: 42 })).toBe(
		"Ana Ruiz exported the directory data of 42 people.",
	);
});

test("an act from a later version reads sensibly, whatever it kept", () => {
	for (const detail of [{}, { name: "x" }, { topic: 7, name: { from: 1 } }])
		expect(words("programs:closeCohort", detail)).toBe(
			"Ana Ruiz changed something: close cohort.",
		);
	const nobody = { ...act("programs:removeManager"), actor: null };
	expect(actLine(nobody, byName, text).mrkdwn).toBe(
		"Someone who has left removed Tomasz Nowak as a manager.",
	);
});

test("who is told when something is wrong is nobody's id", () => {
	const safeguarding = {
		from: [],
		to: ["01890a5d-ac96-774b-bcce-b302099a8057"],
	};
	expect(words("programs:save-safeguarding", { safeguarding })).toBe(
		"Ana Ruiz changed who hears of it when something is wrong.",
	);
});

test("a page of history, whatever names there are", () => {
	for (const odd of oddTexts(full ? 1_000 : 60, 4).map(clean)) {
		const acts = Array.from({ length: 10 }, () => ({
			...act("programs:save-basics", { name: { from: odd, to: odd } }),
			actor: { slackUserId: "U0MENTOR", name: odd },
		}));
		const modal = historyModal("g1", { acts, before: "a1" }, reader, text);
		expectSoundModal(modal);
	}
});

test("history is paged, newest first, each act once", async () => {
	const { programId, founder } = own;
	for (let at = 0; at < 24; at += 1)
		await office.run((trx) =>
			writeAct(trx, {
				programId,
				actorId: founder,
				action: "programs:addTopic",
				detail: { topic: { from: null, to: `Topic ${at}` } },
			}),
		);
	const seen: string[] = [];
	let before: string | null = null;
	do {
		const page = await office.run((trx) => readHistory(trx, programId, before));
		seen.push(...page.acts.map((one) => actLine(one, byName, text).mrkdwn));
		before = page.before;
	} while (before !== null);
	expect(seen).toHaveLength(25);
	expect(seen[0]).toContain("Topic 23");
	expect(seen[23]).toContain("Topic 0");
	expect(seen[24]).toContain("created the program");
});

test("what the settings write down is read back in words", async () => {
	const visit = own.visit(own.founder);
	await saveSettings(office.deps, visit, "replies", {
		replies: { remindAfterDays: 2, closeAfterDays: 5 },
	});
	const { acts } = await office.run((trx) =>
		readHistory(trx, own.programId, null),
	);
	const [newest] = acts;
	if (!newest) throw new Error("Nothing was written down.");
	expect(actLine(newest, byName, text).mrkdwn).toMatch(
		/ changed the reminder of a request in working days from 3 to 2 and the reply window in working days from 7 to 5\.$/,
	);
});

test("no manager of another program reads it", async () => {
	const other = await ownProgram(office);
	const { acts } = await office.run((trx) =>
		readHistory(trx, other.programId, null),
	);
	expect(acts.map(({ action }) => action)).toEqual(["programs:create"]);
});
