import {
	type DatabaseConfig,
	explainProblems,
	readDatabaseConfig,
} from "../config.ts";
import { migrateDown, migrateToLatest, readSchemaState } from "./migrate.ts";
import { withServer } from "./with-server.ts";

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
	config: DatabaseConfig,
	print: Print,
): Promise<number> {
	const command = parseCommand(args);
	if (command === undefined) {
		print(usage);
		return 1;
	}
	const log = (message: string) => print(`${message}\n`);
	await withServer(config, log, (url) => run(command, url, print));
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
	const { applied, known } = await readSchemaState(url);
	for (const name of [...new Set([...applied, ...known])].sort()) {
		const newer = known.includes(name) ? "" : "  (of a newer version)";
		const state = applied.includes(name) ? "run     " : "missing ";
		print(`${state}${name}${newer}\n`);
	}
}

if (import.meta.main) {
	const result = readDatabaseConfig(process.env);
	const print: Print = (text) => process.stdout.write(text);
	if (!result.ok) {
		print(explainProblems(result.problems));
		process.exitCode = 1;
	} else {
		const args = process.argv.slice(2);
		process.exitCode = await runMigrateCli(args, result.config, print);
	}
}
