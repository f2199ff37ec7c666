import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
	findEnrollment,
	lockEnrollmentCapacity,
	updateEnrollment,
} from "../../src/enrollment/enrollment.queries.ts";
import {
	join,
	leave,
	pause,
	readOwnPart,
	resume,
} from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import {
	loadProfile,
	saveLevels,
} from "../../src/enrollment/profile.service.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const keyOf = (personId: string) => ({ programId: office.programId, personId });

test("the capacity is locked until the transaction ends", async () => {
	const person = await office.joined({ role: "mentor" });
	const order: string[] = [];
	let second = Promise.resolve();
	await office.run(async (trx) => {
		expect(await lockEnrollmentCapacity(trx, keyOf(person))).toBe(1);
		second = office.run(async (other) => {
			const capacity = await lockEnrollmentCapacity(other, keyOf(person));
			order.push(`second sees ${capacity}`);
		});
		await updateEnrollment(trx, keyOf(person), { capacity: 2 });
		order.push("first is done");
	});
	await second;
	expect(order).toEqual(["first is done", "second sees 2"]);
});

test("who has not joined has no capacity to lock", async () => {
	const person = await office.person();
	const capacity = await office.run((trx) =>
		lockEnrollmentCapacity(trx, keyOf(person)),
	);
	expect(capacity).toBeUndefined();
});

test("joining again keeps what is not said anew", async () => {
	const testing = office.topic("Testing");
	const person = await office.joined({
		role: "both",
		goal: "Write less",
		offer: "Read more",
		wanted: [testing],
		offered: ["own:bread baking"],
	});
	const visit = office.visit(person);
	await leave(office.deps, visit, []);
	expect(await readOwnPart(office.deps, visit)).toBeNull();
	const writing = office.topic("Writing");
	const page = { ...emptyJoinForm, role: "mentor" as const, wanted: [writing] };
	const again = office.visit(person);
	await join(office.deps, again, { ...page, offer: "Listen more" });
	const profile = await loadProfile(office.deps, visit);
	expect(profile).toMatchObject({
		role: "mentor",
		goal: "Write less",
		offer: "Listen more",
	});
	expect(profile?.topics.map(({ side, name }) => `${side} ${name}`)).toEqual([
		"wanted Writing",
		"offered bread baking",
	]);
});

test("the same submission twice joins once", async () => {
	const person = await office.person();
	const visit = office.visit(person);
	const page = { ...emptyJoinForm, goal: "The first" };
	await join(office.deps, visit, page);
	await join(office.deps, visit, { ...page, goal: "A copy of it" });
	expect((await loadProfile(office.deps, visit))?.goal).toBe("The first");
});

test("what is written is kept sealed", async () => {
	const words = "a very private goal";
	const person = await office.joined({
		goal: words,
		wanted: ["own:a private topic"],
	});
	const row = await office.run((trx) => findEnrollment(trx, keyOf(person)));
	expect(row?.goal?.includes(words)).toBe(false);
	const profile = await loadProfile(office.deps, office.visit(person));
	expect(profile?.goal).toBe(words);
	expect(profile?.topics[0]?.name).toBe("a private topic");
});

test("levels are saved for one's own topics, and nonsense is not", async () => {
	const testing = office.topic("Testing");
	const person = await office.joined({ role: "mentor", offered: [testing] });
	for (const [level, kept] of [
		["3", 3],
		["9", 3],
		["", 3],
		[null, 3],
		["1", 1],
	] as const) {
		const visit = office.visit(person);
		await saveLevels(office.deps, visit, {
			[`offered:${testing}`]: level,
			"offered:of somebody else": "2",
		});
		const profile = await loadProfile(office.deps, visit);
		expect(profile?.topics.map((topic) => topic.level)).toEqual([kept]);
	}
});

test("pause, resume and leave say what they changed", async () => {
	const { deps } = office;
	const person = await office.joined();
	const visit = () => office.visit(person);
	expect(await pause(deps, visit())).toBe("changed");
	expect(await pause(deps, visit())).toBe("already");
	expect(await resume(deps, visit())).toBe("changed");
	expect(await leave(deps, visit(), [])).toBe("changed");
	expect(await leave(deps, visit(), [])).toBe("not enrolled");
	expect(await resume(deps, visit())).toBe("not enrolled");
	const stranger = office.visit(await office.person());
	expect(await pause(deps, stranger)).toBe("not enrolled");
});
