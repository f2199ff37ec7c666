import { expect, test } from "@jest/globals";
import lock from "../package-lock.json" with { type: "json" };

test("the lock names every platform's packages, or npm ci refuses it", () => {
	const packages: Record<
		string,
		{ optionalDependencies?: Record<string, string> }
	> = lock.packages;
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
