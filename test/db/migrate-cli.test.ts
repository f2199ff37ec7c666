import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runMigrateCli } from "../../src/db/migrate-cli.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { testServer } from "../support/test-server.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await createDatabase(testServer().url);
});
afterAll(() => database.drop());

async function migrate(...args: string[]) {
	let output = "";
	const config = { databaseUrl: database.url, dataDir: "unused" };
	const code = await runMigrateCli(args, config, (text) => {
		output += text;
	});
	return { code, lines: output.trimEnd().split("\n") };
}

test("status, up and down say what they find and do", async () => {
	const fresh = await migrate("status");
	expect(fresh.code).toBe(0);
	expect(fresh.lines[0]).toBe("missing 0001-start");

	const up = await migrate("up");
	expect(up.lines).toEqual(
		fresh.lines.map((line) => line.replace("missing ", "ran  ")),
	);
	expect((await migrate("up")).lines).toEqual(["Nothing to do."]);
	expect((await migrate("status")).lines).toEqual(
		fresh.lines.map((line) => line.replace("missing", "run    ")),
	);

	const undone = up.lines.map((line) => line.replace("ran  ", "undid  "));
	expect((await migrate("down")).lines).toEqual(undone.slice(-1));
	expect((await migrate("down", "--all")).lines).toEqual(
		undone.slice(0, -1).reverse(),
	);
	expect(await migrate("status")).toEqual(fresh);
});

test("anything else is answered with the usage", async () => {
	for (const args of [[], ["sideways"], ["down", "3"], ["up", "--all"]]) {
		const { code, lines } = await migrate(...args);
		expect(code).toBe(1);
		expect(lines[0]).toMatch(/^Usage/);
	}
});
