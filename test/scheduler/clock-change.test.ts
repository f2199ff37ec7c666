import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "@jest/globals";

// Debian's package libfaketime, whatever the machine.
const [library] = globSync("/usr/lib/*/faketime/libfaketime.so.1");

/** Minutes that pass in one: each lasts a quarter of a second. */
const speed = 240;
const minuteMs = 60_000;

/**
 * The minutes, from the epoch, at which a process ticked that lives fast from
 * ten minutes before an instant to 35 after it.
 */
async function minutesAround(change: Date): Promise<number[]> {
	const from = new Date(change.getTime() - 10 * minuteMs);
	const until = change.getTime() + 35 * minuteMs;
	const child = spawn(
		process.execPath,
		[path.join(import.meta.dirname, "../support/ticking.ts")],
		{
			env: {
				// As npm start sets it.
				TZ: "UTC",
				LD_PRELOAD: library,
				FAKETIME: `@${from.toISOString().slice(0, 19).replace("T", " ")} x${speed}`,
				// Timers must run as fast as the clock.
				FAKETIME_DONT_FAKE_MONOTONIC: "0",
			},
			stdio: ["ignore", "pipe", "inherit"],
		},
	);
	const exited = once(child, "exit");
	const minutes: number[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		minutes.push(Math.floor(Number(line) / minuteMs));
		if (Number(line) >= until) child.kill("SIGTERM");
	}
	expect(await exited).toEqual([0, null]);
	return minutes;
}

test.concurrent.each([
	["autumn", "2026-10-25T01:00Z"],
	["spring", "2027-03-28T01:00Z"],
])(
	"the %s change of Berlin's clocks leaves no hole",
	async (_, text) => {
		if (!library) {
			if (process.env.CI) throw new Error("CI must install libfaketime.");
			console.warn("Passed over: libfaketime is not installed.");
			return;
		}
		const change = new Date(text);
		// The first one rings at the start, which may be any moment.
		const [, ...minutes] = await minutesAround(change);
		expect(new Set(minutes).size).toBe(minutes.length);
		const steps = minutes.slice(1).map((minute, index) => {
			return minute - (minutes[index] ?? 0);
		});
		// A busy machine may lose one of these short minutes, and no more.
		expect(Math.min(...steps)).toBe(1);
		expect(Math.max(...steps)).toBeLessThanOrEqual(2);
		expect(minutes.length).toBeGreaterThan(38);
		const changed = change.getTime() / minuteMs;
		expect(minutes[0]).toBeLessThan(changed);
		expect(minutes.at(-1)).toBeGreaterThan(changed + 30);
	},
	30_000,
);
