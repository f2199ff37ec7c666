import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startEmbedded } from "../../src/db/embedded.ts";
import { withServer } from "../../src/db/with-server.ts";
import { runSql } from "../support/database.ts";
import { makeDataDir, removeServer } from "../support/servers.ts";

let dataDir: string;
beforeEach(async () => {
	dataDir = await makeDataDir();
});
afterEach(() => removeServer(dataDir));

const answers = (url: string) =>
	runSql(url, "select").then(
		() => true,
		() => false,
	);

test("the embedded server is stopped again, unless it ran before", async () => {
	const config = { databaseUrl: null, dataDir };
	const log = () => {};
	const use = () =>
		withServer(config, log, async (url) => ({ url, up: await answers(url) }));
	const first = await use();
	expect(first.up).toBe(true);
	expect(await answers(first.url)).toBe(false);

	const failing = withServer(config, log, () =>
		Promise.reject(new Error("no")),
	);
	await expect(failing).rejects.toThrow("no");
	expect(await answers(first.url)).toBe(false);

	const running = await startEmbedded({ dataDir, durable: false, log });
	const second = await use();
	expect(second).toEqual({ url: running.url, up: true });
	expect(await answers(second.url)).toBe(true);
});
