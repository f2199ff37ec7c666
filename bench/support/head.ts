import { cpus } from "node:os";
import { formatTable } from "../../src/cli/table.ts";
import type { Arena } from "./arena.ts";

export function print(text: string): void {
	process.stdout.write(text);
}

/** On what all the figures were taken; they mean little elsewhere. */
export async function printHead(arena: Arena): Promise<void> {
	const [row] = await arena.query<{ version: string; fsync: string }>(
		`select current_setting('server_version') as version,
			current_setting('fsync') as fsync`,
	);
	const [cpu] = cpus();
	print(
		`${cpus().length} cores (${cpu?.model.trim()}), Node ${process.version}, ` +
			`Postgres ${row?.version}, fsync ${row?.fsync}: on a throw-away server\n` +
			"that does not wait for the disk. Compare rows of one run only.\n",
	);
}

export function printTable(
	title: string,
	headings: string[],
	rows: (string | number)[][],
): void {
	print(`\n${title}\n${formatTable(headings, rows)}`);
}
