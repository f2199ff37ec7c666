import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
	addManager,
	removeManager,
} from "../../src/programs/managers.service.ts";
import {
	canClaim,
	canGo,
	type Manager,
	mostManagers,
	whyNotAdd,
} from "../../src/programs/managers.ts";
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

test("two who remove each other at once: one stays", async () => {
	const other = await own.added();
	const results = await Promise.all([
		removeManager(office.deps, own.visit(own.founder), other),
		removeManager(office.deps, own.visit(other), own.founder),
	]);
	expect(results.map(({ outcome }) => outcome).sort()).toEqual([
		"last",
		"removed",
	]);
	expect(await own.managers()).toHaveLength(1);
});

test("all of eight step down at once: one stays", async () => {
	const all = [own.founder];
	while (all.length < 8) all.push(await own.added());
	await Promise.all(
		all.map((person) => removeManager(office.deps, own.visit(person), person)),
	);
	expect(await own.managers()).toHaveLength(1);
});

test("a deactivated manager can be removed, and does not count as one who stays", async () => {
	const other = await own.added();
	await own.deactivate(other);
	expect(
		await removeManager(office.deps, own.visit(own.founder), own.founder),
	).toMatchObject({ outcome: "last" });
	expect(
		await removeManager(office.deps, own.visit(own.founder), other),
	).toMatchObject({
		outcome: "removed",
	});
	expect(await own.managers()).toEqual([own.founder]);
});

test("the new one, the removed one and the others each get one message", async () => {
	const second = await own.added();
	const third = await own.added(second);
	expect(await own.owedTo(second)).toEqual(["programs:appointed"]);
	expect(await own.owedTo(third)).toEqual(["programs:appointed"]);
	expect(await own.owedTo(own.founder)).toEqual(["programs:news"]);
	await removeManager(office.deps, own.visit(own.founder), second);
	expect(await own.owedTo(second)).toEqual([
		"programs:appointed",
		"programs:dismissed",
	]);
	expect(await own.owedTo(third)).toEqual([
		"programs:appointed",
		"programs:news",
	]);
	expect(await own.history()).toEqual([
		"programs:removeManager",
		"programs:addManager",
		"programs:addManager",
		"programs:create",
	]);
});

test("the same request again does not bring back who was removed since", async () => {
	const person = await office.person("Manager");
	const slackId = await own.slackIdOf(person);
	const request = own.visit(own.founder);
	const first = await addManager(office.deps, request, slackId);
	expect(first).toMatchObject({ outcome: "added" });
	await removeManager(office.deps, own.visit(own.founder), person);
	const again = await addManager(office.deps, request, slackId);
	expect(again).toMatchObject({ outcome: "before" });
	expect(await own.managers()).toEqual([own.founder]);
});

const manager = (personId: string, isActive = true): Manager => ({
	personId,
	slackUserId: personId,
	name: personId,
	isActive,
	since: new Date(0),
});

test("who can go, and when a program can be claimed", () => {
	const [ana, ben, old] = [manager("ana"), manager("ben"), manager("o", false)];
	expect(canGo([ana], "ana")).toBe(false);
	expect(canGo([ana, ben], "ana")).toBe(true);
	expect(canGo([ana, old], "ana")).toBe(false);
	expect(canGo([ana, old], "o")).toBe(true);
	expect(canClaim([])).toBe(true);
	expect(canClaim([old])).toBe(true);
	expect(canClaim([ana, old])).toBe(false);
});

test("who cannot become a manager", () => {
	const person = {
		personId: "dana",
		slackUserId: "U0",
		name: "Dana",
		title: "",
		standing: "member" as const,
		zone: "UTC",
		locale: "en",
	};
	const full = Array.from({ length: mostManagers }, (_, at) =>
		manager(String(at)),
	);
	expect(whyNotAdd([], person)).toBeNull();
	expect(whyNotAdd([], undefined)).toBe("unknown");
	expect(whyNotAdd([manager("dana")], person)).toBe("already");
	expect(whyNotAdd(full, person)).toBe("full");
	for (const standing of ["guest", "bot", "external", "deactivated"] as const)
		expect(whyNotAdd([], { ...person, standing })).toBe(standing);
});
