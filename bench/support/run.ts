import { parseArgs } from "node:util";
import { type Arena, startArena } from "./arena.ts";
import { print, printHead } from "./head.ts";

export type Part = (arena: Arena, small: boolean) => Promise<void>;

/**
 * Runs the parts of a benchmark that the command line names, or all, on a
 * throw-away server. `--small` makes each a quick check that it works.
 */
export async function runBench(parts: Record<string, Part>): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { small: { type: "boolean", default: false } },
	});
	const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
	if (unknown.length > 0) {
		print(`Parts: ${Object.keys(parts).join(", ")}; --small\n`);
		process.exitCode = 1;
		return;
	}
	const arena = await startArena();
	try {
		await printHead(arena);
		for (const [name, run] of Object.entries(parts))
			if (positionals.length === 0 || positionals.includes(name))
				await run(arena, values.small);
	} finally {
		await arena.close();
	}
}
