import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { explainProblems, readConfig, settings } from "../src/config.ts";

const key = Buffer.alloc(32, 7).toString("base64");
const http = {
	SLACK_BOT_TOKEN: "xoxb-1",
	SLACK_SIGNING_SECRET: "a-signing-secret",
};
const socket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const production = {
	...http,
	NODE_ENV: "production",
	DATABASE_URL: "postgres://mentor:secret@db:5432/mentor",
	ENCRYPTION_KEYS: `1:${key}`,
};

type Env = Record<string, string>;

function configOf(env: Env) {
	const result = readConfig(env);
	if (!result.ok) throw new Error(explainProblems(result.problems));
	return result.config;
}

/** The settings that are wrong, each with what is. */
function wrongIn(env: Env): string[] {
	const result = readConfig(env);
	if (result.ok) return [];
	for (const { setting, fix } of result.problems)
		expect(fix).toBe(settings[setting as keyof typeof settings].fix);
	return result.problems.map(({ setting, problem }) => `${setting} ${problem}`);
}

describe("what is enough", () => {
	test("a token and a signing secret: HTTP, and defaults for all else", () => {
		expect(configOf(http)).toEqual({
			slack: {
				botTokens: ["xoxb-1"],
				transport: {
					kind: "http",
					signingSecret: http.SLACK_SIGNING_SECRET,
					port: 3000,
				},
				apiUrl: undefined,
			},
			databaseUrl: null,
			dataDir: "data",
			encryptionKeys: null,
			migrateOnStart: true,
			role: "all",
			pace: { perSecond: 4, lookupsPerMinute: 20 },
			logLevel: "info",
		});
	});

	test("an app token: Socket Mode, also when there is a signing secret", () => {
		const transport = { kind: "socket", appToken: "xapp-1" };
		expect(configOf(socket).slack.transport).toEqual(transport);
		expect(configOf({ ...http, ...socket }).slack.transport).toEqual(transport);
	});

	test("several tokens and keys are separated by commas", () => {
		const config = configOf({
			...http,
			SLACK_BOT_TOKEN: "xoxb-1,xoxb-2",
			ENCRYPTION_KEYS: `2:${key},1:${key}`,
		});
		expect(config.slack.botTokens).toEqual(["xoxb-1", "xoxb-2"]);
		expect(config.encryptionKeys?.current).toBe("2");
		const keys = Object.entries(config.encryptionKeys?.keys ?? {});
		expect(keys.map(([id, bytes]) => [id, bytes.length])).toEqual([
			["1", 32],
			["2", 32],
		]);
	});

	test("spaces around a value and empty values do not count", () => {
		const env = { ...http, PORT: " 4000 ", DATABASE_URL: "", LOG_LEVEL: "  " };
		const { slack, databaseUrl, logLevel } = configOf(env);
		expect(slack.transport).toMatchObject({ port: 4000 });
		expect({ databaseUrl, logLevel }).toEqual({
			databaseUrl: null,
			logLevel: "info",
		});
	});
});

describe("what is wrong", () => {
	const wrong: Env = {
		SLACK_BOT_TOKEN: "xoxp-a-user-token",
		SLACK_APP_TOKEN: "xoxb-not-an-app-token",
		SLACK_SIGNING_SECRET: "short",
		PORT: "70000",
		DATABASE_URL: "mysql://db/mentor",
		ENCRYPTION_KEYS: "1:c2hvcnQ=",
		MIGRATE_ON_START: "perhaps",
		ROLE: "boss",
		MESSAGES_PER_SECOND: "many",
		LOOKUPS_PER_MINUTE: "0",
		LOG_LEVEL: "loud",
		SLACK_API_URL: "http://127.0.0.1:4390/",
	};

	test("is listed all at once, each with its fix", () => {
		const expected = Object.keys(wrong).map((name) => `${name} is not valid`);
		expect(wrongIn(wrong).sort()).toEqual(expected.sort());
		const free = ["DATA_DIR", "NODE_ENV"];
		expect(
			Object.keys({ ...wrong })
				.concat(free)
				.sort(),
		).toEqual(Object.keys(settings).sort());
	});

	test.each(Object.entries(wrong))(
		"%s=%s alone is found alone",
		(name, value) => {
			const base =
				name === "SLACK_SIGNING_SECRET" ? http : { ...http, ...socket };
			expect(wrongIn({ ...base, [name]: value })).toEqual([
				`${name} is not valid`,
			]);
		},
	);

	test.each([
		["PORT", "3.5"],
		["PORT", "-1"],
		["PORT", "http"],
		["SLACK_BOT_TOKEN", "xoxb-1, xoxb-2"],
		["SLACK_BOT_TOKEN", "xoxb-1,xapp-2"],
		["SLACK_BOT_TOKEN", "xoxb-1,"],
		["ENCRYPTION_KEYS", key],
		["ENCRYPTION_KEYS", `1:${key},`],
		["ENCRYPTION_KEYS", `1:${key} 2:${key}`],
		["ENCRYPTION_KEYS", `NAME:${key}`],
		["DATABASE_URL", "db.example"],
		["SLACK_API_URL", "ftp://127.0.0.1/api/"],
	])("%s=%s is refused", (name, value) => {
		expect(wrongIn({ ...http, [name]: value })).toEqual([
			`${name} is not valid`,
		]);
	});

	test("nothing at all: what is missing", () => {
		expect(wrongIn({}).sort()).toEqual([
			"SLACK_BOT_TOKEN is missing",
			"SLACK_SIGNING_SECRET is missing, and so is SLACK_APP_TOKEN",
		]);
	});

	test("a secret is not in the list that people read", () => {
		const result = readConfig(wrong);
		const list = result.ok ? "" : explainProblems(result.problems);
		for (const value of ["xoxp-a-user", "xoxb-not", "short", "mysql://db"])
			expect(list).not.toContain(value);
	});
});

describe("in production", () => {
	test("a key and a database are required, and a local Slack refused", () => {
		expect(wrongIn(production)).toEqual([]);
		const bare = {
			...http,
			NODE_ENV: "production",
			SLACK_API_URL: "http://127.0.0.1:4390/api/",
		};
		expect(wrongIn(bare).sort()).toEqual([
			"DATABASE_URL is required when NODE_ENV is production",
			"ENCRYPTION_KEYS is required when NODE_ENV is production",
			"SLACK_API_URL is refused when NODE_ENV is production",
		]);
	});

	test("a wrong value is one problem, not two", () => {
		expect(
			wrongIn({ ...production, DATABASE_URL: "db", ENCRYPTION_KEYS: "1:x" }),
		).toEqual(["DATABASE_URL is not valid", "ENCRYPTION_KEYS is not valid"]);
	});
});

describe("a secret from a file", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "mentor-config-"));
	afterAll(() => rmSync(folder, { recursive: true }));

	function file(name: string, text: string): string {
		const place = path.join(folder, name);
		writeFileSync(place, text);
		return place;
	}

	const values: Env = {
		SLACK_BOT_TOKEN: "xoxb-from-a-file",
		SLACK_APP_TOKEN: "xapp-from-a-file",
		SLACK_SIGNING_SECRET: "a-secret-from-a-file",
		DATABASE_URL: "postgres://from/a-file",
		ENCRYPTION_KEYS: `9:${key}`,
	};

	test("every secret can come so, with the line end a file has", () => {
		const secrets = Object.entries(settings).flatMap(([name, setting]) =>
			"secret" in setting ? [name] : [],
		);
		expect(Object.keys(values).sort()).toEqual(secrets.sort());
		const env = Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				`${name}_FILE`,
				file(name, `${value}\n`),
			]),
		);
		const { slack, databaseUrl, encryptionKeys } = configOf(env);
		expect(slack.botTokens).toEqual([values.SLACK_BOT_TOKEN]);
		expect(slack.transport).toEqual({
			kind: "socket",
			appToken: values.SLACK_APP_TOKEN,
		});
		expect(databaseUrl).toBe(values.DATABASE_URL);
		expect(encryptionKeys?.current).toBe("9");
		const { SLACK_APP_TOKEN_FILE: _, ...withoutApp } = env;
		expect(configOf(withoutApp).slack.transport).toMatchObject({
			signingSecret: values.SLACK_SIGNING_SECRET,
		});
	});

	test("the setting itself goes first", () => {
		const place = file("token", "xoxb-from-a-file");
		const env = { ...http, SLACK_BOT_TOKEN_FILE: place };
		expect(configOf(env).slack.botTokens).toEqual(["xoxb-1"]);
	});

	test("what is not there, or holds nonsense, is a problem of the setting", () => {
		const missing = path.join(folder, "missing");
		expect(wrongIn({ ...socket, ENCRYPTION_KEYS_FILE: missing })).toEqual([
			"ENCRYPTION_KEYS the file named by ENCRYPTION_KEYS_FILE cannot be read",
		]);
		const nonsense = file("nonsense", "nonsense");
		expect(wrongIn({ ...socket, ENCRYPTION_KEYS_FILE: nonsense })).toEqual([
			"ENCRYPTION_KEYS is not valid",
		]);
	});

	test("what is no secret is not read from a file", () => {
		const env = { ...http, PORT_FILE: file("port", "4000") };
		expect(configOf(env).slack.transport).toMatchObject({ port: 3000 });
	});
});
