import { Kysely, PostgresDialect } from "kysely";
import { type Config, explainProblems, readConfig } from "../config.ts";
import { startEmbedded } from "./embedded.ts";
import { migrateDown, migrateToLatest, schemaState } from "./migrate.ts";
import { openPool } from "./pool.ts";

const usage = `Usage: npm run migrate -- <command>

  up           run the migrations the database lacks
  down         undo the newest migration, with its data
  down --all   undo all of them: an empty database
  status       which were run, and which are missing
`;

type Print = (text: string) => void;

/** @returns the exit code */
export async function runMigrateCli(
	args: string[],
	config: Pick<Config, "databaseUrl" | "dataDir">,
	print: Print,
): Promise<number> {
	const command = parseCommand(args);
	if (command === undefined) {
		print(usage);
		return 1;
	}
	if (config.databaseUrl !== null) {
		await run(command, config.databaseUrl, print);
		return 0;
	}
	const log = (message: string) => print(`${message}\n`);
	const server = await startEmbedded({ dataDir: config.dataDir, log });
	try {
		await run(command, server.url, print);
	} finally {
		// One that ran already is in use by a bot, or waits for the next.
		if (!server.adopted) await server.stop();
	}
	return 0;
}

type Command = "up" | "down" | "down --all" | "status";

function parseCommand(args: string[]): Command | undefined {
	const [name, ...rest] = args;
	const all = rest.length === 1 && rest[0] === "--all";
	if (name === "down" && all) return "down --all";
	if (rest.length > 0) return undefined;
	return name === "up" || name === "down" || name === "status"
		? name
		: undefined;
}

async function run(command: Command, url: string, print: Print): Promise<void> {
	if (command === "status") return printStatus(url, print);
	const done =
		command === "up"
			? await migrateToLatest(url)
			: await migrateDown(url, command === "down" ? 1 : "all");
	for (const name of done) {
		print(`${command === "up" ? "ran" : "undid"}  ${name}\n`);
	}
	if (done.length === 0) print("Nothing to do.\n");
}

async function printStatus(url: string, print: Print): Promise<void> {
	const db = new Kysely<unknown>({
		dialect: new PostgresDialect({ pool: openPool(url, null, { max: 1 }) }),
	});
	try {
		const { applied, known } = await schemaState(db);
		for (const name of [...new Set([...applied, ...known])].sort()) {
			const newer = known.includes(name) ? "" : "  (of a newer version)";
			const state = applied.includes(name) ? "run     " : "missing ";
			print(`${state}${name}${newer}\n`);
		}
	} finally {
		await db.destroy();
	}
}

if (import.meta.main) {
	const result = readConfig(process.env);
	const print: Print = (text) => process.stdout.write(text);
	if (!result.ok) {
		print(explainProblems(result.problems));
		process.exitCode = 1;
	} else {
		const args = process.argv.slice(2);
		process.exitCode = await runMigrateCli(args, result.config, print);
	}
}
