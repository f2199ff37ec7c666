import {
	type ConfigResult,
	type DatabaseConfig,
	explainProblems,
} from "../config.ts";
import { openDatabase } from "../db/database.ts";
import { errorCode } from "../db/error-code.ts";
import { readSchemaState } from "../db/migrate.ts";
import { withServer } from "../db/with-server.ts";
import { act } from "./act.ts";
import { type Command, parseCommand, usage } from "./command.ts";
import {
	countDeliveries,
	countDropped,
	listStopped,
	listTroubled,
} from "./deliveries.queries.ts";
import { formatLedger } from "./ledger-report.ts";
import type { Terminal } from "./terminal.ts";

/** A long ledger takes a while to count. */
const statementMs = 120_000;

/** @returns the exit code */
export async function runCli(
	args: string[],
	config: ConfigResult<DatabaseConfig>,
	terminal: Terminal,
): Promise<number> {
	const command = parseCommand(args);
	if (command.is === "help") {
		terminal.print(usage);
		return 0;
	}
	if (command.is === "wrong") {
		terminal.print(`${command.problem}.\n\n${usage}`);
		return 1;
	}
	if (!config.ok) {
		terminal.print(explainProblems(config.problems));
		return 1;
	}
	try {
		return await withServer(
			config.config,
			() => {},
			(url) => run(command, url, terminal),
		);
	} catch (error) {
		// A refused connection has no message, only a code.
		const { message } = error as { message?: string };
		const reason = message || String(errorCode(error));
		terminal.print(`The command failed: ${reason}\n`);
		return 1;
	}
}

async function run(
	command: Exclude<Command, { is: "help" | "wrong" }>,
	url: string,
	terminal: Terminal,
): Promise<number> {
	const { behind } = await readSchemaState(url);
	if (behind) {
		terminal.print(
			"The schema of the database is too old. Run: npm run migrate -- up\n",
		);
		return 1;
	}
	const senderDb = openDatabase(url, "mentor_sender", { max: 1, statementMs });
	try {
		if (command.is !== "deliveries")
			return await act(senderDb, terminal, { verb: command.is, ...command });
		const ledger = {
			counts: await countDeliveries(senderDb),
			stopped: await listStopped(senderDb),
			troubled: await listTroubled(senderDb),
			dropped: await countDropped(senderDb),
		};
		terminal.print(formatLedger(ledger, command.most));
		return 0;
	} finally {
		await senderDb.destroy();
	}
}
