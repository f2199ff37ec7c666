import { test } from "@jest/globals";
import { storm } from "./storm.ts";

test.each([11, 21])(
	"freezes %d",
	async (seed) => {
		const tally = await storm({
			messages: 4000,
			kills: 0,
			freezes: 30,
			faults: 0,
			seed,
			deadlineMs: 200_000,
		});
		process.stdout.write(`${JSON.stringify(tally)}\n`);
	},
	300_000,
);
