import { rules } from "./architecture-rules.ts";
import type { SourceFile } from "./source-files.ts";

/** Every breach of a rule: the file, the rule, what breaks it, what to do. */
export function findBreaches(files: SourceFile[]): string[] {
	const single = files.flatMap((file) =>
		rules.flatMap(({ name, mend, find }) =>
			find(file).map((what) => `${file.path}: ${name} (${what}). ${mend}`),
		),
	);
	return [...single, ...findCycles(files), ...findSharedTables(files)];
}

/** Each circle of imports once, types included. */
function findCycles(files: SourceFile[]): string[] {
	const importsOf = new Map(
		files.map(({ path, imports }) => [path, imports.map(({ to }) => to)]),
	);
	const done = new Set<string>();
	const cycles: string[] = [];
	function visit(path: string, way: string[]): void {
		if (way.includes(path)) {
			const circle = [...way.slice(way.indexOf(path)), path].join(" -> ");
			cycles.push(
				`${path}: no cycles (${circle}). Move what both need to a third file`,
			);
			return;
		}
		if (done.has(path)) return;
		for (const to of importsOf.get(path) ?? []) visit(to, [...way, path]);
		done.add(path);
	}
	for (const { path } of files) visit(path, []);
	return cycles;
}

const writes =
	/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*"(\w+)|\b(?:insert\s+into|delete\s+from)\s+(\w+)|\bupdate\s+(\w+)\s+set\b/g;

/**
 * A table has one file that writes it; anyone may read it by a join. The
 * ledger is the exception: delivery/ is nothing but its steps, a file each.
 */
function findSharedTables(files: SourceFile[]): string[] {
	const writers = new Map<string, Set<string>>();
	for (const { path, slice, code } of files) {
		if (!path.startsWith("src/")) continue;
		for (const [, first, second, third] of code.matchAll(writes)) {
			const table = first ?? second ?? third ?? "";
			const writer = slice === "delivery" ? "src/delivery" : path;
			writers.set(table, (writers.get(table) ?? new Set()).add(writer));
		}
	}
	return [...writers]
		.filter(([, paths]) => paths.size > 1)
		.map(
			([table, paths]) =>
				`${[...paths].join(", ")}: one file writes a table (${table}). Give the others a function of that file's service`,
		);
}
