export default {
	testEnvironment: "node",
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	testRunner: "<rootDir>/test/support/test-runner.ts",
	// Node strips the types.
	transform: {},
	globalSetup: "<rootDir>/test/support/global-setup.ts",
	globalTeardown: "<rootDir>/test/support/global-teardown.ts",
	// They work more than they wait: a third would only make the others late.
	maxWorkers: 2,
	testTimeout: 30_000,
};
