import { describe, expect, test } from "@jest/globals";
import { demoPeople } from "../../../simulator/demo/people.ts";
import { demoTopics } from "../../../simulator/demo/topics.ts";
import type {
	DemoPerson,
	DemoWorkspace,
} from "../../../simulator/demo/workspace.ts";
import { demoWorld } from "../../../simulator/demo/world.ts";
import { isZone } from "../../../src/time/zones.ts";

const workspaces = demoPeople(7);
const everyone = workspaces.flatMap(({ people }) => people);
const enrolled = everyone.filter(({ enrollment }) => enrollment);
const distinct = (values: readonly unknown[]) => new Set(values).size;
const standing = (wanted: DemoPerson["standing"]) =>
	everyone.filter((person) => person.standing === wanted);

/** The managers above someone, nearest first; throws when they go round. */
function managersOf({ people }: DemoWorkspace, person: DemoPerson): string[] {
	const line: string[] = [];
	let manager = person.manager;
	while (manager !== null) {
		if (line.includes(manager)) throw new Error(`${manager} goes round`);
		line.push(manager);
		const next = people.find(({ id }) => id === manager);
		if (!next) throw new Error(`${manager} is not in the workspace`);
		manager = next.manager;
	}
	return line;
}

test("the same seed makes the same people, another seed others", () => {
	expect(demoPeople(7)).toEqual(workspaces);
	const names = (all: DemoWorkspace[]) =>
		all.flatMap(({ people }) => people.map(({ name }) => name));
	expect(names(demoPeople(8))).not.toEqual(names(workspaces));
});

test("somebody in each workspace may run a program, where the bot may write", () => {
	for (const { users, channels = [], botUserId } of demoWorld(workspaces)
		.teams) {
		const admins = users.filter((user) => user.is_admin);
		expect(admins).toHaveLength(1);
		const hr = channels.find(({ name }) => name === "mentoring-hr");
		expect(hr?.members).toEqual(
			expect.arrayContaining([admins[0]?.id, botUserId]),
		);
	}
});

describe("there are enough of everything", () => {
	test("people, in four workspaces", () => {
		expect(workspaces).toHaveLength(4);
		expect(everyone.length).toBeGreaterThanOrEqual(320);
	});

	test("departments, levels, zones", () => {
		expect(
			distinct(everyone.map(({ department }) => department)),
		).toBeGreaterThan(8);
		const members = standing("member").map(({ level }) => level);
		expect([...new Set(members)].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
		const zones = everyone.map(({ zone }) => zone);
		expect(distinct(zones)).toBeGreaterThanOrEqual(8);
		expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
		for (const half of ["Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns"]) {
			expect(zones).toContain(half);
		}
	});

	test("a few guests, bots and people who are gone; none of them enrolled", () => {
		for (const kind of ["guest", "bot", "deactivated"] as const) {
			const some = standing(kind);
			expect(some.length).toBeGreaterThanOrEqual(2);
			expect(some.filter(({ enrollment }) => enrollment)).toEqual([]);
		}
	});

	test("a small program, and one that has just begun", () => {
		const joined = workspaces.map(
			({ people }) => people.filter(({ enrollment }) => enrollment).length,
		);
		expect(joined.slice(2)).toEqual([12, 4]);
	});

	test("about three in five members have enrolled, on both sides", () => {
		const share = enrolled.length / standing("member").length;
		expect(share).toBeGreaterThan(0.5);
		expect(share).toBeLessThan(0.7);
		for (const role of ["mentee", "mentor", "both", "peer"]) {
			const some = enrolled.filter(
				({ enrollment }) => enrollment?.role === role,
			);
			expect(some.length).toBeGreaterThan(5);
		}
	});
});

test("ids are Slack's in form and unique, names unique within a workspace", () => {
	const ids = everyone.map(({ id }) => id);
	expect(distinct(ids)).toBe(ids.length);
	expect(ids.filter((id) => !/^U[0-9A-Z]{9}$/.test(id))).toEqual([]);
	for (const { id, people } of workspaces) {
		expect(id).toMatch(/^T[0-9A-Z]{9}$/);
		expect(distinct(people.map(({ name }) => name))).toBe(people.length);
	}
});

test("managers form one tree per workspace, of people who are still there", () => {
	for (const workspace of workspaces) {
		const { people } = workspace;
		const staff = people.filter(({ department }) => department);
		const heads = staff.filter(({ manager }) => manager === null);
		expect(heads).toHaveLength(1);
		for (const person of staff) {
			const above = managersOf(workspace, person);
			if (person !== heads[0]) expect(above.at(-1)).toBe(heads[0]?.id);
		}
		const managers = people.filter(({ id }) =>
			people.some(({ manager }) => manager === id),
		);
		for (const person of managers) expect(person.standing).toBe("member");
	}
});

test("what people offer and want are topics, said in a sentence", () => {
	expect(demoTopics).toHaveLength(40);
	const known = new Set(demoTopics.map(({ id }) => id));
	expect(known.size).toBe(40);
	for (const { synonyms, want, offer } of demoTopics) {
		for (const text of [...synonyms, want, offer]) expect(text).not.toBe("");
	}
	for (const { enrollment } of enrolled) {
		if (!enrollment) continue;
		const { wanted, offered, goal, offer } = enrollment;
		const topics = [...wanted, ...offered].map(({ topic }) => topic);
		expect(topics.filter((topic) => !known.has(topic))).toEqual([]);
		expect(distinct(topics)).toBe(topics.length);
		expect(goal === null).toBe(wanted.length === 0);
		expect(offer === null).toBe(offered.length === 0);
		for (const text of [goal, offer])
			if (text) expect(text).toMatch(/^[A-Z].+\.$/);
	}
	const said = enrolled.flatMap(({ enrollment }) => enrollment?.goal ?? []);
	expect(distinct(said)).toBeGreaterThan(said.length / 2);
});

test.each([1, 2, 3, 7, 42])(
	"seed %i: Ana has not joined, and mentors are there for her",
	(seed) => {
		const workspace = demoPeople(seed)[0];
		const ana = workspace?.people.find(({ id }) => id === workspace.newcomer);
		const tomasz = workspace?.people.find(({ id }) => id === workspace.mentor);
		if (!workspace || !ana || !tomasz) throw new Error("nobody to try");
		expect(ana).toMatchObject({ name: "Ana Ruiz", level: 2, enrollment: null });
		expect(tomasz.enrollment).toMatchObject({ role: "mentor", state: "open" });

		const line = managersOf(workspace, ana);
		const mentors = workspace.people.filter(
			({ id, enrollment }) =>
				enrollment?.state === "open" &&
				enrollment.kindsOffered.includes("one_to_one") &&
				enrollment.offered.some(({ topic }) => topic === "kubernetes") &&
				!line.includes(id),
		);
		expect(mentors).toContainEqual(tomasz);
		expect(mentors.length).toBeGreaterThanOrEqual(4);
	},
);
