import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Job } from "../../src/scheduler/job.ts";
import { createTick, type Tick } from "../../src/scheduler/tick.ts";
import { bareDeps } from "../support/bare-deps.ts";
import { until } from "../support/until.ts";

let tick: Tick | undefined;
afterEach(() => tick?.stop());

function ticking(...jobs: Job["run"][]) {
	const { deps, logged } = bareDeps();
	const named = jobs.map((run, index) => ({ id: `test:${index}`, run }));
	tick = createTick({ deps, jobs: named });
	return { tick, logged };
}

describe("the tick", () => {
	test("rings at the start, one job after another", async () => {
		const seen: string[] = [];
		const job = (name: string) => async () => {
			seen.push(`${name} begins`);
			await new Promise(setImmediate);
			seen.push(`${name} ends`);
		};
		const { tick } = ticking(job("first"), job("second"));
		expect(tick.lastTick()).toBeNull();
		tick.start();
		await until("a tick", () => tick.lastTick() !== null);
		expect(seen).toEqual([
			"first begins",
			"first ends",
			"second begins",
			"second ends",
		]);
	});

	test("a job that fails is logged without its message", async () => {
		let ran = false;
		const { tick, logged } = ticking(
			async () => {
				throw Object.assign(new Error("private words"), { code: "23505" });
			},
			async () => {
				ran = true;
			},
		);
		tick.start();
		await until("a tick", () => tick.lastTick() !== null);
		expect(ran).toBe(true);
		const [line] = logged.filter(({ msg }) => msg === "a job failed");
		expect(line).toMatchObject({ job: "test:0", name: "Error", code: "23505" });
		expect(JSON.stringify(logged)).not.toContain("private words");
	});

	test("stop waits for the running job and begins no other", async () => {
		const seen: string[] = [];
		const { promise, resolve } = Promise.withResolvers<void>();
		const { tick } = ticking(
			async () => {
				seen.push("begins");
				await promise;
				seen.push("ends");
			},
			async () => {
				seen.push("another");
			},
		);
		tick.start();
		await until("the job", () => seen.length > 0);
		let stopped = false;
		const stopping = tick.stop().then(() => {
			stopped = true;
		});
		await new Promise(setImmediate);
		expect(stopped).toBe(false);
		resolve();
		await stopping;
		expect(seen).toEqual(["begins", "ends"]);
	});
});

describe("the zone of the process", () => {
	/** Starts and stops a tick in a process of that zone. */
	const startIn = (zone: string) =>
		spawnSync(
			process.execPath,
			[path.join(import.meta.dirname, "../support/ticking.ts"), "once"],
			{ env: { ...process.env, TZ: zone, NODE_OPTIONS: "" }, encoding: "utf8" },
		);

	test.each(["Europe/Berlin", "America/New_York", "Africa/Casablanca"])(
		"%s is refused, saying what to set",
		(zone) => {
			const { status, stderr } = startIn(zone);
			expect(status).toBe(1);
			expect(stderr).toContain("set TZ=UTC");
		},
	);

	test.each(["UTC", "Etc/UTC"])("%s is right", (zone) => {
		expect(startIn(zone)).toMatchObject({ status: 0, stderr: "" });
	});
});
