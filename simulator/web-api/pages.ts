import { type Args, SlackError, text } from "./method.ts";

/**
 * One page of a list and the cursor to the next. Slack may send fewer than
 * asked for; here a list of any length comes in four pages at least, so that
 * an app that ignores the cursor is found out.
 */
export function pageOf<T>(
	all: T[],
	args: Args,
	most = Math.max(3, Math.ceil(all.length / 4)),
): { page: T[]; next_cursor: string } {
	const asked = Number(text(args, "limit") ?? 100);
	if (!Number.isInteger(asked) || asked < 0 || asked > 1000)
		throw new SlackError("invalid_limit");
	const start = readCursor(text(args, "cursor"), all.length);
	const end = start + Math.min(asked || 100, most);
	return {
		page: all.slice(start, end),
		next_cursor: end < all.length ? writeCursor(end) : "",
	};
}

function writeCursor(start: number): string {
	return Buffer.from(`next:${start}`).toString("base64");
}

function readCursor(cursor: string | undefined, length: number): number {
	if (cursor === undefined) return 0;
	const decoded = Buffer.from(cursor, "base64").toString();
	const start = Number(/^next:(\d+)$/.exec(decoded)?.[1]);
	if (!(start <= length)) throw new SlackError("invalid_cursor");
	return start;
}
