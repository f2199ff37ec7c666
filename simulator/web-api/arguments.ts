import type { Args } from "./method.ts";

/** Arguments that are JSON also inside a form. */
const structured = [
	"blocks",
	"view",
	"metadata",
	"message",
	"attachments",
	"files",
];

/** Reads a form or a JSON body, and the query; null when it cannot be read. */
export function readArguments(
	contentType: string,
	body: string,
	query: URLSearchParams,
): Args | null {
	const args: Args = Object.fromEntries(query);
	if (contentType.startsWith("application/json")) {
		const json = readJson(body === "" ? "{}" : body);
		if (typeof json !== "object" || json === null) return null;
		Object.assign(args, json);
	} else Object.assign(args, Object.fromEntries(new URLSearchParams(body)));
	for (const name of structured) {
		const value = args[name];
		if (typeof value === "string") args[name] = readJson(value) ?? value;
	}
	return args;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
