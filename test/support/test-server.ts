import { z } from "zod";

const schema = z.object({
	/** A login that may make databases and roles. */
	url: z.string(),
	/** The name of the migrated database that tests clone. */
	template: z.string(),
	/** Of the embedded server; null when DATABASE_URL was set. */
	dataDir: z.string().nullable(),
});

export type TestServer = z.infer<typeof schema>;

// Jest's workers inherit the environment of the process that set them up.
const variable = "MENTOR_TEST_SERVER";

export function announceTestServer(server: TestServer): void {
	process.env[variable] = JSON.stringify(server);
}

/** The Postgres that global-setup.ts started for this run. */
export function testServer(): TestServer {
	return schema.parse(JSON.parse(process.env[variable] ?? "null"));
}
