import type { Ids } from "./ids.ts";

const uses = 5;
const lifetime = 30 * 60_000;

/** Where an answer goes, and the message that asked, if one did. */
export type ResponseTarget = {
	team: string;
	user: string;
	conversation: string;
	message: string | null;
};

export type ResponseUrls = {
	/** A path below the simulator's address. */
	issue(target: ResponseTarget): string;
	/** Counts one use; null when used up, too old or never issued. */
	use(path: string): ResponseTarget | null;
};

/** Slack takes 5 answers within 30 minutes. */
export function createResponseUrls(now: () => number, ids: Ids): ResponseUrls {
	const issued = new Map<
		string,
		{ target: ResponseTarget; at: number; left: number }
	>();
	return {
		issue(target) {
			const path = `/response/${target.team}/${ids.next("R")}`;
			issued.set(path, { target, at: now(), left: uses });
			return path;
		},
		use(path) {
			const found = issued.get(path);
			if (!found || found.left === 0 || now() - found.at > lifetime)
				return null;
			found.left -= 1;
			return found.target;
		},
	};
}
