import type { Entry, EntryType, Feature } from "./feature.ts";
import { nearest } from "./nearest.ts";

export type Table = {
	entries: Entry[];
	find(type: EntryType, id: string): Entry | undefined;
	/** The command a text begins with, and the rest of the text. */
	route(text: string): { entry: Entry | undefined; word: string; rest: string };
	nearestCommand(word: string): string | undefined;
};

/** All entry points there are. Throws at the start on a duplicate id. */
export function createTable(features: Feature[]): Table {
	const entries = features.flatMap((feature) => feature.entries);
	const byKey = new Map<string, Entry>();
	for (const entry of entries) {
		const key = `${entry.type} ${entry.id}`;
		if (byKey.has(key)) throw new Error(`Two features declare ${key}`);
		byKey.set(key, entry);
	}
	const find: Table["find"] = (type, id) => byKey.get(`${type} ${id}`);
	const commands = entries.filter((entry) => entry.type === "command");
	return {
		entries,
		find,
		route(text) {
			const [word = "", rest = ""] = text.split(/\s+(.*)/s);
			return {
				entry: find("command", word.toLowerCase()),
				word,
				rest: rest.trim(),
			};
		},
		nearestCommand: (word) =>
			nearest(
				word.toLowerCase(),
				commands.map((entry) => entry.id).filter((id) => id !== ""),
			),
	};
}
