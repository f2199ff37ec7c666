import type { Random } from "./random.ts";

const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/** An id as Slack's are, not yet in `taken`; adds it to `taken`. */
export function newId(
	random: Random,
	prefix: "T" | "U",
	taken: Set<string>,
): string {
	for (;;) {
		const rest = Array.from({ length: 9 }, () => random.pick(signs));
		const id = prefix + rest.join("");
		if (taken.has(id)) continue;
		taken.add(id);
		return id;
	}
}
