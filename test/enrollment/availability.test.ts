import { expect, test } from "@jest/globals";
import {
	type Availability,
	afterExpiry,
	awayUntil,
	isAway,
} from "../../src/enrollment/availability.ts";

const now = new Date("2026-03-02T10:00:00Z");
const day = 24 * 60 * 60_000;
const usual: Availability = {
	state: "open",
	silentSince: null,
	expiredInRow: 0,
	unavailableUntil: null,
};

test("three in a row make a mentor silent, once", () => {
	const second = afterExpiry({ ...usual, expiredInRow: 1 }, now);
	expect(second).toEqual({ expiredInRow: 2, silentSince: null });
	const third = afterExpiry({ ...usual, ...second }, now);
	expect(third).toEqual({ expiredInRow: 3, silentSince: now });
	const later = new Date(now.getTime() + day);
	expect(afterExpiry({ ...usual, ...third }, later).silentSince).toEqual(now);
});

test("nobody expects an answer from someone paused, gone or away", () => {
	const two = { ...usual, expiredInRow: 2 };
	const tomorrow = new Date(now.getTime() + day);
	for (const excused of [
		{ ...two, state: "paused" as const },
		{ ...two, state: "left" as const },
		{ ...two, unavailableUntil: tomorrow },
	])
		expect(afterExpiry(excused, now).expiredInRow).toBe(2);
	expect(afterExpiry({ ...two, unavailableUntil: now }, now).silentSince).toBe(
		now,
	);
});

test("away until the morning of a day, in one's own zone", () => {
	expect(awayUntil("2026-03-10", "Asia/Tokyo", now)).toEqual(
		new Date("2026-03-09T15:00:00Z"),
	);
	expect(awayUntil("2026-03-02", "Asia/Tokyo", now)).toBeNull();
	expect(awayUntil("2020-01-01", "Asia/Tokyo", now)).toBeNull();
	expect(awayUntil("2027-03-10", "Asia/Tokyo", now)).toBeNull();
	const until = new Date(now.getTime() + 1);
	expect(isAway({ unavailableUntil: until }, now)).toBe(true);
	expect(isAway({ unavailableUntil: now }, now)).toBe(false);
	expect(isAway({ unavailableUntil: null }, now)).toBe(false);
});
