import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { sendText } from "./http.ts";

const folder = new URL("./page/", import.meta.url);

const types: Record<string, string> = {
	".html": "text/html",
	".css": "text/css",
	".js": "text/javascript",
	".ts": "text/javascript",
	".svg": "image/svg+xml",
};

/** The browser's libraries come from node_modules as they are. */
const vendors: Record<string, string> = {
	"vendor/preact.js": "preact",
	"vendor/preact-hooks.js": "preact/hooks",
	"vendor/htm.js": "htm",
};

/** Serves one file of the page; TypeScript goes out with its types stripped. */
export async function servePageFile(
	path: string,
	response: ServerResponse,
): Promise<void> {
	const vendor = vendors[path];
	const file = vendor
		? new URL(import.meta.resolve(vendor))
		: new URL(path, folder);
	const type = types[extname(file.pathname)] ?? types[".js"];
	const isInside = vendor || file.href.startsWith(folder.href);
	const content = isInside ? await readOrNull(file) : null;
	if (content === null || !type)
		return sendText(response, 404, "text/plain", "There is no such file.");
	const isTypeScript = extname(file.pathname) === ".ts";
	const body = isTypeScript ? stripTypeScriptTypes(content) : content;
	sendText(response, 200, type, body);
}

async function readOrNull(file: URL): Promise<string | null> {
	try {
		return await readFile(fileURLToPath(file), "utf8");
	} catch {
		return null;
	}
}
