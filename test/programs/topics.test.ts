import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { enroll } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import {
	loadProfile,
	saveLevels,
} from "../../src/enrollment/profile.service.ts";
import { moveEnrolledTopic } from "../../src/enrollment/topics.service.ts";
import { defaultTopics } from "../../src/programs/default-topics.ts";
import {
	mergedTopic,
	mostTopics,
	topicForm,
	topicProblems,
} from "../../src/programs/topic-form.ts";
import {
	loadTopics,
	mergeTopics,
	removeTopic,
	saveTopic,
} from "../../src/programs/topics.service.ts";
import { type Office, openOffice } from "../support/office.ts";
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

const visit = () => own.visit(own.founder);
const topics = () => loadTopics(office.deps, visit());

async function topicId(name: string): Promise<string> {
	const topic = (await topics()).find((one) => one.name === name);
	if (!topic) throw new Error(`There is no topic ${name}.`);
	return topic.topicId;
}

async function joined(wanted: string[], offered: string[]): Promise<string> {
	const personId = await office.person();
	const key = { programId: own.programId, personId };
	const form = { ...emptyJoinForm, role: "both" as const, wanted, offered };
	await office.run((trx) => enroll(office.deps, trx, key, form));
	return personId;
}

const merge = (from: string, into: string) =>
	mergeTopics(office.deps, visit(), { from, into }, [moveEnrolledTopic]);

test("a new program's topics mean different things each", () => {
	const all = defaultTopics.map(([name, ...synonyms], index) => ({
		topicId: String(index),
		name,
		synonyms,
	}));
	for (const { topicId, name, synonyms } of all)
		expect(topicProblems(all, topicId, { name, synonyms })).toEqual([]);
});

test("other names are lines, each once, without the empty ones", () => {
	const { synonyms } = topicForm.parse({
		name: "Kites",
		synonyms: " kiting \n\nKiting\nwind\n",
	});
	expect(synonyms).toEqual(["kiting", "wind"]);
});

test("a merged topic's names are names of the other, each once", () => {
	const into = { topicId: "1", name: "Kites", synonyms: ["wind"] };
	const from = {
		topicId: "2",
		name: "Kiting",
		synonyms: ["kites", "Wind", "sky"],
	};
	expect(mergedTopic(into, from)).toEqual({
		topicId: "1",
		name: "Kites",
		synonyms: ["wind", "Kiting", "sky"],
	});
});

test("a list is full before a menu is", () => {
	const many = Array.from({ length: mostTopics }, (_, index) => ({
		topicId: String(index),
		name: `Topic ${index}`,
		synonyms: [],
	}));
	const form = { name: "One more", synonyms: [] };
	expect(topicProblems(many, null, form)).toHaveLength(1);
	expect(topicProblems(many, "3", form)).toEqual([]);
});

test("merging moves everyone, keeps the higher level, and leaves one's own alone", async () => {
	const from = await topicId("DevOps");
	const into = await topicId("Kubernetes");
	const hasBoth = await joined([from], [from, into, "own:bread"]);
	const visitOf = own.visit(hasBoth);
	await saveLevels(office.deps, visitOf, { [`offered:${from}`]: "3" });
	const hasOld = await joined([], [from]);
	const hasLeft = await joined([from], []);
	expect(await merge(from, into)).toBe("merged");

	const read = async (personId: string) =>
		(await loadProfile(office.deps, own.visit(personId)))?.topics
			.map(({ side, name, level }) => `${side} ${name} ${level}`)
			.sort();
	expect(await read(hasBoth)).toEqual([
		"offered Kubernetes 3",
		"offered bread 2",
		"wanted Kubernetes 1",
	]);
	expect(await read(hasOld)).toEqual(["offered Kubernetes 2"]);
	expect(await read(hasLeft)).toEqual(["wanted Kubernetes 1"]);
	const [kept] = (await topics()).filter((one) => one.topicId === into);
	expect(kept).toMatchObject({ uses: 3 });
	expect(kept?.synonyms).toContain("DevOps");
	// What is gone can be merged no more.
	expect(await merge(from, into)).toBe("gone");
	expect(await merge(into, into)).toBe("gone");
});

test("a topic of another program is nobody's to change", async () => {
	const elsewhere = office.topic("Testing");
	const here = await topicId("Testing");
	const form = { name: "Taken over", synonyms: [] };
	expect(await saveTopic(office.deps, visit(), elsewhere, form)).toEqual({
		outcome: "gone",
	});
	expect(await merge(elsewhere, here)).toBe("gone");
	expect(await merge(here, elsewhere)).toBe("gone");
	expect(await removeTopic(office.deps, visit(), elsewhere)).toBe("gone");
});

test("two merges of each other into each other at once: one counts", async () => {
	const one = await topicId("Sales");
	const other = await topicId("Marketing");
	await joined([one], [other]);
	const outcomes = await Promise.all([merge(one, other), merge(other, one)]);
	expect(outcomes.sort()).toEqual(["gone", "merged"]);
	expect(await topics()).toHaveLength(defaultTopics.length - 1);
});

test("only what nobody has is removed", async () => {
	const used = await topicId("Sales");
	const person = await joined([used], []);
	expect(person).not.toBe("");
	expect(await removeTopic(office.deps, visit(), used)).toBe("used");
	const unused = await topicId("Strategy");
	expect(await removeTopic(office.deps, visit(), unused)).toBe("removed");
	expect(await removeTopic(office.deps, visit(), unused)).toBe("gone");
	expect(await own.history()).toContain("programs:removeTopic");
});

test("the same topic added twice at once is there once", async () => {
	const form = { name: "Beekeeping", synonyms: [] };
	const saved = await Promise.all([
		saveTopic(office.deps, visit(), null, form),
		saveTopic(office.deps, visit(), null, form),
	]);
	expect(saved.map(({ outcome }) => outcome).sort()).toEqual([
		"refused",
		"saved",
	]);
});
