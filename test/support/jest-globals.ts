import type * as jest from "@jest/globals";

export type JestGlobals = Pick<
	typeof jest,
	| "afterAll"
	| "afterEach"
	| "beforeAll"
	| "beforeEach"
	| "describe"
	| "expect"
	| "test"
>;

/** What "@jest/globals" is for tests: see test-runner.ts. */
export let {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
}: Partial<JestGlobals> = {};

/**
 * Jest makes them anew for each test file. Whoever imported them earlier has
 * the new ones too, as imports are bound to the variables.
 */
export function setJestGlobals(globals: JestGlobals): void {
	({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } =
		globals);
}
