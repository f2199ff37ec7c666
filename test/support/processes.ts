import { readdir, readFile } from "node:fs/promises";

/**
 * The processes that name `words`, a folder say, in their command line or
 * environment, except this one; by /proc, so on Linux.
 */
export async function processesWith(words: string): Promise<number[]> {
	const ids = (await readdir("/proc"))
		.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
		.map(Number);
	const said = await Promise.all(ids.map(readAbout));
	return ids.filter((_id, index) => said[index]?.includes(words));
}

async function readAbout(id: number): Promise<string> {
	const parts = ["cmdline", "environ"].map((name) =>
		// Gone meanwhile, or somebody else's.
		readFile(`/proc/${id}/${name}`, "utf8").catch(() => ""),
	);
	return (await Promise.all(parts)).join(" ");
}
