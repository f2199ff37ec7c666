import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { runCli } from "../../src/cli/run-cli.ts";
import { openShop, type Shop } from "../support/cli-shop.ts";

let shop: Shop;
beforeEach(async () => {
	shop = await openShop();
});
afterEach(() => shop.drop());

test("a database that lacks the schema, and one that is away", async () => {
	const bare = {
		databaseUrl: "postgres://nobody@127.0.0.1:1/none",
		dataDir: "",
	};
	let output = "";
	const terminal = {
		print(text: string) {
			output += text;
		},
		confirm: async () => null,
	};
	const code = await runCli(
		["deliveries"],
		{ ok: true, config: bare },
		terminal,
	);
	expect(code).toBe(1);
	expect(output).toMatch(/^The command failed: .*ECONNREFUSED/);
	await shop.query("delete from kysely_migration");
	const behind = await shop.mentor(["deliveries"]);
	expect(behind.code).toBe(1);
	expect(behind.output).toContain("npm run migrate -- up");
});

test("as a process: the words, the database, the exit code", async () => {
	const id = await shop.delivery(0, "failed", { reason: "no_text" });
	const run = async (args: string[]) => {
		const child = spawn(
			process.execPath,
			[path.join(import.meta.dirname, "../../src/cli/main.ts"), ...args],
			{
				env: { DATABASE_URL: shop.url, TZ: "UTC" },
				stdio: ["ignore", "pipe", "inherit"],
			},
		);
		const [output] = await Promise.all([
			text(child.stdout),
			once(child, "exit"),
		]);
		return { code: child.exitCode, output };
	};
	const [shown, refused, wrong] = await Promise.all([
		run(["deliveries"]),
		run(["retry", id]),
		run(["deliver"]),
	]);
	expect(shown.code).toBe(0);
	expect(shown.output).toMatch(new RegExp(`${id} .*no_text`));
	expect(refused.code).toBe(1);
	expect(refused.output).toMatch(/add --yes/);
	expect(wrong).toMatchObject({ code: 1 });
	expect(wrong.output).toMatch(/^There is no command 'deliver'\.\n\nUsage: /);
	expect(await run(["retry", id, "--yes"])).toMatchObject({ code: 0 });
	expect(await shop.claimable()).toEqual([id]);
});
