import { expect, test } from "@jest/globals";
import { full } from "../support/full.ts";
import { storm } from "./storm.ts";
import type { Tally } from "./tally.ts";

const seeds = full ? [1, 2, 3] : [1];
const amounts = full
	? { messages: 3_000, kills: 12, freezes: 4, faults: 20 }
	: { messages: 300, kills: 4, freezes: 1, faults: 3 };

test.each(seeds)(
	"nothing is lost and nothing said twice, seed %d",
	async (seed) => {
		const deadlineMs = full ? 280_000 : 50_000;
		const tally = await storm({ ...amounts, seed, deadlineMs });
		process.stdout.write(`${report(seed, tally)}\n`);
		expect(tally).toMatchObject({
			messages: amounts.messages,
			lost: [],
			duplicated: [],
			states: { sent: amounts.messages },
		});
	},
	full ? 300_000 : 60_000,
);

function report(seed: number, { lost, duplicated, seconds, ...tally }: Tally) {
	return JSON.stringify({
		seed,
		...tally,
		lost: lost.length,
		duplicated: duplicated.length,
		seconds: Math.round(seconds * 10) / 10,
	});
}
