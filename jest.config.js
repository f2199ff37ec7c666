export default {
	testEnvironment: "node",
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	testRunner: "<rootDir>/test/support/test-runner.ts",
	// Node strips the types.
	transform: {},
	globalSetup: "<rootDir>/test/support/global-setup.ts",
	globalTeardown: "<rootDir>/test/support/global-teardown.ts",
	// Most tests wait for something: two cores have work for three.
	maxWorkers: 3,
	testTimeout: 30_000,
};
