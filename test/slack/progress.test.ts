import { expect, test } from "@jest/globals";
import { showProgress } from "../../src/slack/progress.ts";

/** A clock that is set, and drawings that end when they are told to. */
function watched() {
	let ms = 0;
	const drawn: number[] = [];
	let end: () => void = () => {};
	const progress = showProgress<number>(
		(how) => {
			drawn.push(how);
			return new Promise<void>((resolve) => {
				end = resolve;
			});
		},
		{ now: () => new Date(ms) },
	);
	return {
		drawn,
		report(at: number) {
			ms = at;
			progress.report(at);
		},
		async ends() {
			end();
			await progress.rest();
		},
		rest: progress.rest,
	};
}

test("is drawn at most once a second, and never while it is being drawn", async () => {
	const it = watched();
	for (const at of [0, 500, 1_000, 1_500, 2_500]) it.report(at);
	expect(it.drawn).toEqual([1_000]);
	await it.ends();
	for (const at of [2_600, 3_400, 3_500, 4_600]) it.report(at);
	expect(it.drawn).toEqual([1_000, 3_500]);
});

test("rests when nothing is being drawn any more", async () => {
	const it = watched();
	await it.rest();
	it.report(1_000);
	let isAtRest = false;
	const rest = it.rest().then(() => {
		isAtRest = true;
	});
	await Promise.resolve();
	expect(isAtRest).toBe(false);
	await it.ends();
	await rest;
	expect(isAtRest).toBe(true);
});
