/** Tests run as ES modules; SWC only strips the types, as Node does. */
export default {
	testEnvironment: "node",
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	extensionsToTreatAsEsm: [".ts"],
	transform: {
		"\\.ts$": [
			"@swc/jest",
			{
				jsc: {
					parser: { syntax: "typescript" },
					target: "es2024",
					experimental: { keepImportAttributes: true },
				},
				module: { type: "es6" },
			},
		],
	},
	globalSetup: "<rootDir>/test/support/global-setup.ts",
	globalTeardown: "<rootDir>/test/support/global-teardown.ts",
	// Most tests wait for something: two cores have work for three.
	maxWorkers: 3,
	testTimeout: 30_000,
};
