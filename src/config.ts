import { z } from "zod";
import {
	createReader,
	type Env,
	type Problem,
	type Setting,
} from "./settings-reader.ts";

/** Everything the process is told from outside; read once, at the start. */
export type Config = {
	slack: {
		/** One per workspace the app was installed in by hand. */
		botTokens: string[];
		transport:
			| { kind: "socket"; appToken: string }
			| { kind: "http"; signingSecret: string; port: number };
		/** Ends in a slash; only a local Slack sets it. */
		apiUrl: string | undefined;
	};
	/** null: the embedded Postgres in `dataDir`. */
	databaseUrl: string | null;
	dataDir: string;
	/** null: a key is made and kept in `dataDir`, outside production only. */
	encryptionKeys: { current: string; keys: Record<string, Buffer> } | null;
	migrateOnStart: boolean;
	/** What this process does: answer Slack, send and plan, or both. */
	role: "all" | "web" | "worker";
	pace: { perSecond: number; lookupsPerMinute: number };
	logLevel: "debug" | "info" | "warn" | "error";
};

/** What a tool needs that only works on the database. */
export type DatabaseConfig = Pick<Config, "databaseUrl" | "dataDir">;

export type ConfigResult<C = Config> =
	| { ok: true; config: C }
	| { ok: false; problems: Problem[] };

const url = (protocol: RegExp) =>
	z.string().refine((text) => {
		const parsed = URL.parse(text);
		return parsed !== null && protocol.test(parsed.protocol);
	});
const number = (least: number, most: number) =>
	z.string().refine((text) => {
		const value = Number(text);
		return value >= least && value <= most;
	});
const apiUrl = url(/^https?:$/).refine((text) => text.endsWith("/api/"));
const keyPattern = /^(?:[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=)(?:,|$)/;
const keyList = z
	.string()
	.refine((text) => text.split(",").every((part) => keyPattern.test(part)));

/** Every setting there is; the README's table is held equal to this one. */
export const settings = {
	SLACK_BOT_TOKEN: {
		schema: z.string().regex(/^xoxb-[^,\s]+(?:,xoxb-[^,\s]+)*$/),
		about:
			"Bot token, or several separated by commas when the app was installed in several workspaces by hand",
		fix: 'Copy "Bot User OAuth Token" (xoxb-...) from OAuth & Permissions.',
		secret: true,
	},
	SLACK_APP_TOKEN: {
		schema: z.string().regex(/^xapp-\S+$/),
		about: "App-level token; when set, Mentor connects by Socket Mode",
		fix: "Make one under Basic Information, App-Level Tokens, with the scope connections:write (xapp-...).",
		secret: true,
	},
	SLACK_SIGNING_SECRET: {
		schema: z.string().min(16),
		about: "Signing secret; needed for HTTP, when SLACK_APP_TOKEN is not set",
		fix: "Copy it from Basic Information, or set SLACK_APP_TOKEN to use Socket Mode.",
		secret: true,
	},
	PORT: {
		schema: z.string().refine((text) => {
			const port = Number(text);
			return Number.isInteger(port) && port >= 0 && port <= 65_535;
		}),
		about: "Port for Slack's requests to /slack/events (HTTP only), 3000",
		fix: "Use a whole number from 1 to 65535.",
	},
	DATABASE_URL: {
		schema: url(/^postgres(?:ql)?:$/),
		about: "Postgres 15 or newer; unset: the embedded Postgres in DATA_DIR",
		fix: "Use the form postgres://user:password@host:5432/database.",
		secret: true,
	},
	DATA_DIR: {
		schema: z.string().min(1),
		about: "Folder of the embedded Postgres and of the local key, ./data",
		fix: "Name a folder that Mentor may write to.",
	},
	ENCRYPTION_KEYS: {
		schema: keyList,
		about:
			"Keys for private text and tokens, id:base64 separated by commas, the first seals; required in production",
		fix: 'Make one with: echo "1:$(openssl rand -base64 32)"',
		secret: true,
	},
	MIGRATE_ON_START: {
		schema: z.enum(["yes", "no"]),
		about: "Bring the schema up to date at the start, yes",
		fix: "Use yes or no.",
	},
	ROLE: {
		schema: z.enum(["all", "web", "worker"]),
		about:
			"web answers Slack, worker sends and plans, all does both; several of each may run, all",
		fix: "Use all, web or worker.",
	},
	MESSAGES_PER_SECOND: {
		schema: number(0.1, 1_000),
		about: "Messages a second to one workspace, over all processes, 4",
		fix: "Use a number from 0.1 to 1000; Slack allows a few a second.",
	},
	LOOKUPS_PER_MINUTE: {
		schema: number(1, 10_000),
		about:
			"Look-ups of uncertain messages in one workspace; 1 for an app sold outside Slack's Marketplace, 20",
		fix: "Use a number from 1 to 10000.",
	},
	LOG_LEVEL: {
		schema: z.enum(["debug", "info", "warn", "error"]),
		about: "How much is logged, info",
		fix: "Use debug, info, warn or error.",
	},
	SLACK_API_URL: {
		schema: apiUrl,
		about: "A local Slack's address, for development only; ends in /api/",
		fix: "Leave it unset to talk to Slack; a simulator's address ends in /api/.",
	},
	NODE_ENV: {
		schema: z.string(),
		about: "production refuses SLACK_API_URL and a missing key or DATABASE_URL",
		fix: "Use production, or leave it unset.",
	},
} satisfies Record<string, Setting>;

type Reader = ReturnType<typeof createReader<keyof typeof settings>>;

/** Reads every setting and reports all that is wrong at once. */
export function readConfig(env: Env): ConfigResult {
	const reader: Reader = createReader(settings, env);
	const { problems, complain, read, readRequired } = reader;
	const production = env.NODE_ENV === "production";
	const appToken = read("SLACK_APP_TOKEN");
	const triedSocket = appToken !== undefined || problems.length > 0;
	const port = Number(read("PORT") ?? 3000);
	const database = readDatabase(reader, production);
	const api = read("SLACK_API_URL");
	if (production && api)
		complain("SLACK_API_URL", "is refused when NODE_ENV is production");
	const keys = production
		? readRequired("ENCRYPTION_KEYS", "is required when NODE_ENV is production")
		: read("ENCRYPTION_KEYS");

	const config: Config = {
		slack: {
			botTokens: readRequired("SLACK_BOT_TOKEN", "is missing").split(","),
			transport: appToken
				? { kind: "socket", appToken }
				: {
						kind: "http",
						signingSecret: triedSocket
							? (read("SLACK_SIGNING_SECRET") ?? "")
							: readRequired(
									"SLACK_SIGNING_SECRET",
									"is missing, and so is SLACK_APP_TOKEN",
								),
						port,
					},
			apiUrl: api,
		},
		...database,
		encryptionKeys: keys ? parseKeys(keys) : null,
		migrateOnStart: (read("MIGRATE_ON_START") ?? "yes") === "yes",
		role: settings.ROLE.schema.parse(read("ROLE") ?? "all"),
		pace: {
			perSecond: Number(read("MESSAGES_PER_SECOND") ?? 4),
			lookupsPerMinute: Number(read("LOOKUPS_PER_MINUTE") ?? 20),
		},
		logLevel: settings.LOG_LEVEL.schema.parse(read("LOG_LEVEL") ?? "info"),
	};
	return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** Reads what a tool on the database needs; Slack's settings may be missing. */
export function readDatabaseConfig(env: Env): ConfigResult<DatabaseConfig> {
	const reader: Reader = createReader(settings, env);
	const config = readDatabase(reader, env.NODE_ENV === "production");
	const { problems } = reader;
	return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

function readDatabase(reader: Reader, production: boolean): DatabaseConfig {
	const url = production
		? reader.readRequired(
				"DATABASE_URL",
				"is required when NODE_ENV is production",
			)
		: reader.read("DATABASE_URL");
	return {
		databaseUrl: url ?? null,
		dataDir: reader.read("DATA_DIR") ?? "data",
	};
}

function parseKeys(text: string): NonNullable<Config["encryptionKeys"]> {
	const pairs = text.split(",").map((part): [string, Buffer] => {
		const [id = "", key = ""] = part.split(":");
		return [id, Buffer.from(key, "base64")];
	});
	return { current: pairs[0]?.[0] ?? "", keys: Object.fromEntries(pairs) };
}

/** The list a person reads when the process refuses to start. */
export function explainProblems(problems: Problem[]): string {
	const lines = problems.map(
		({ setting, problem, fix }) => `  ${setting} ${problem}\n    ${fix}`,
	);
	return `Mentor cannot start. What to mend:\n${lines.join("\n")}\n`;
}
