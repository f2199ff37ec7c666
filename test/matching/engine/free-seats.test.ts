import { expect, test } from "@jest/globals";
import { freeSeats } from "../../../src/matching/engine/rules.ts";

const full = { capacity: 1, taken: 1, openRequests: 0 };
const free = { ...full, taken: 0 };

test("one to one and the like need a seat of one's own", () => {
	for (const kind of ["one_to_one", "flash", "sponsor", "reverse"] as const) {
		expect(freeSeats(kind, free)).toBe(1);
		expect(freeSeats(kind, full)).toBe(0);
	}
});

test("peers give no seat away, so none can be missing", () => {
	expect(freeSeats("peer", full)).toBe(1);
});

test("a group that runs has room without a seat; a new one needs one", () => {
	expect(freeSeats("group", { ...full, groupRoom: 3 })).toBe(3);
	expect(freeSeats("group", { ...full, groupRoom: 0 })).toBe(0);
	expect(freeSeats("group", full)).toBe(0);
	expect(freeSeats("group", free)).toBe(7);
	expect(freeSeats("group", { ...free, groupRoom: 0 })).toBe(7);
});
