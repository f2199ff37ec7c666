import { createHash } from "node:crypto";

export type Ids = {
	/** A fresh id, in Slack's alphabet: `V` -> "V0K3F9A00B". */
	next(prefix: string): string;
};

/** The start's time is part of every id, so none comes back after a restart. */
export function createIds(startedAt: number): Ids {
	let count = 0;
	return {
		next(prefix) {
			count += 1;
			const tail = count.toString(36).padStart(4, "0");
			return `${prefix}${startedAt.toString(36)}${tail}`.toUpperCase();
		},
	};
}

/** The same members always have the same conversation, also after a restart. */
export function idOfMembers(prefix: string, members: string[]): string {
	const digest = createHash("sha256")
		.update([...members].sort().join(","))
		.digest("hex");
	return `${prefix}${BigInt(`0x${digest.slice(0, 16)}`).toString(36)}`
		.toUpperCase()
		.slice(0, 11);
}
