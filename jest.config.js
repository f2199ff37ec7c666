export default {
	testEnvironment: "node",
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	testRunner: "<rootDir>/test/support/test-runner.ts",
	testSequencer: "<rootDir>/test/support/test-sequencer.ts",
	// Node strips the types.
	transform: {},
	globalSetup: "<rootDir>/test/support/global-setup.ts",
	globalTeardown: "<rootDir>/test/support/global-teardown.ts",
	// Three are a quarter faster on two cores, and make each other late at times.
	maxWorkers: 2,
	testTimeout: 30_000,
};
