import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { chooseRunner } from "../../src/db/embedded-runner.ts";

let home: string;
let folder: string;
beforeEach(async () => {
	home = await mkdtemp(path.join(tmpdir(), "mentor-runner-"));
	folder = path.join(home, "data");
	await mkdir(folder);
	await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true }));

/** Programs that only run for one user; Postgres' only refuse root. */
async function programsFor(uid: number) {
	const postgres = path.join(home, "postgres");
	await writeFile(postgres, `#!/bin/sh\ntest "$(id -u)" = ${uid}\n`);
	await chmod(postgres, 0o755);
	return { initdb: postgres, pg_ctl: postgres, postgres };
}

describe("for an ordinary user", () => {
	const choose = async () => chooseRunner(await programsFor(1), folder, 1000);

	test("the programs run as they are", async () => {
		const { run } = await choose();
		const output = `${process.getuid?.()}\n`;
		expect(await run("id", ["-u"])).toEqual({ ok: true, output });
	});

	test("one that is missing or fails is not ok, and says why", async () => {
		const { run } = await choose();
		const missing = await run("/missing/initdb", []);
		expect(missing.ok).toBe(false);
		expect(missing.output).toContain("ENOENT");
		expect(await run("sh", ["-c", "echo why >&2; exit 3"])).toEqual({
			ok: false,
			output: "why\n",
		});
	});

	test("they see none of our surroundings", async () => {
		const { run } = await choose();
		const { output } = await run("env", []);
		expect(output.trim().split("\n").sort()).toEqual([
			"LC_ALL=C",
			"PATH=/usr/local/bin:/usr/bin:/bin",
			"TZ=UTC",
		]);
	});
});

// Only root can try what is done for root; CI and containers are root.
if (process.getuid?.() === 0) {
	describe("for root", () => {
		test("they run in a namespace, with files that stay root's", async () => {
			// Many containers allow no namespaces; there the next test has to do.
			const allowed = spawnSync("unshare", ["--user", "true"]).status === 0;
			const uid = allowed ? 1 : 65_534;
			const programs = await programsFor(uid);
			const { run, own } = await chooseRunner(programs, folder, 0);
			expect((await run("id", ["-u"])).output).toBe(`${uid}\n`);
			const made = await run("touch", [path.join(folder, "made")]);
			expect(made.ok).toBe(true);
			await own(folder);
			expect((await stat(path.join(folder, "made"))).uid).toBe(
				allowed ? 0 : uid,
			);
		});

		test("they run as nobody where no namespace will do", async () => {
			const programs = await programsFor(65_534);
			await writeFile(path.join(folder, "old"), "");
			const { run, own } = await chooseRunner(programs, folder, 0);
			expect((await run("id", ["-u"])).output).toBe("65534\n");
			await own(path.join(folder, "old"));
			expect((await stat(path.join(folder, "old"))).uid).toBe(65_534);
		});

		test("it says what to do where nobody cannot enter either", async () => {
			const programs = await programsFor(65_534);
			await chmod(home, 0o700);
			await expect(chooseRunner(programs, folder, 0)).rejects.toThrow(
				"Start Mentor as an ordinary user",
			);
		});
	});
}
