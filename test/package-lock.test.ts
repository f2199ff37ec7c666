import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

test("the lock names every platform's packages, or npm ci refuses it", () => {
	const lock = readFileSync("package-lock.json", "utf8");
	const packages: Record<
		string,
		{ optionalDependencies?: Record<string, string> }
	> = JSON.parse(lock).packages;
	const missing = Object.entries(packages)
		.filter(([at]) => at !== "")
		.flatMap(([at, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter(
				(name) =>
					!packages[`node_modules/${name}`] &&
					!packages[`${at}/node_modules/${name}`],
			),
		);
	expect(missing).toEqual([]);
});
