import type { Deps } from "../deps.ts";
import type { Asked } from "./publish.service.ts";
import type { makeRelease as work } from "./publish.thread.ts";

const file = new URL("./publish.thread.ts", import.meta.url);

/** Publishes in a thread of its own: what comes back is which release it is. */
export const makeRelease = (
	{ threads }: Pick<Deps, "threads">,
	asked: Asked & { workspaceId: string },
): Promise<{ releaseId: string } | "few"> =>
	threads.run<typeof work>(file, asked);
