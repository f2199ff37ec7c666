import type { IncomingMessage, ServerResponse } from "node:http";
import { contentOf, mimeOf } from "./files.ts";
import { readBytes, sendText } from "./http.ts";
import { visibleTo } from "./messages.ts";
import type { Sim } from "./sim.ts";
import type { StoredFile, TeamState } from "./state.ts";
import { sendServed } from "./web-api/send-served.ts";
import { type Served, withFaults } from "./web-api/serve.ts";

/** Larger ones are not needed to try an app. */
const mostBytes = 20_000_000;

/**
 * POST /upload/v1/TEAM/FILE: the bytes of one upload, raw or as a form. The
 * address alone is the permission.
 */
export async function takeUpload(
	sim: Sim,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const [, , , teamId = "", fileId = ""] = url.pathname.split("/");
	const file = sim.teams.get(teamId)?.files.get(fileId);
	const bytes = await uploadedBytes(request);
	const served = withFaults(sim, { method: "upload", team: teamId }, () =>
		store(file, bytes),
	);
	sendServed(served, request, response);
}

function store(file: StoredFile | undefined, bytes: Buffer): Served {
	const plain = { "content-type": "text/plain" };
	if (file?.stage !== "waiting")
		return { status: 404, headers: plain, body: "not found" };
	if (bytes.length !== file.size)
		return { status: 400, headers: plain, body: "wrong length" };
	file.content = bytes.toString("base64");
	file.stage = "uploaded";
	return { status: 200, headers: plain, body: `OK - ${bytes.length}` };
}

async function uploadedBytes(request: IncomingMessage): Promise<Buffer> {
	const bytes = await readBytes(request, mostBytes);
	const type = request.headers["content-type"] ?? "";
	if (!type.startsWith("multipart/form-data")) return bytes;
	const form = await new Response(new Uint8Array(bytes), {
		headers: { "content-type": type },
	}).formData();
	const [part = ""] = [...form.values()];
	return typeof part === "string"
		? Buffer.from(part)
		: Buffer.from(await part.arrayBuffer());
}

/** What Slack answers whom it does not let in, with status 200. */
const loginPage =
	"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to see this file.</body></html>";

/**
 * GET /files-pri/TEAM-FILE/...: the content, for a token with `files:read`
 * and the workspace's file; the sign-in page for everybody else.
 */
export function giveFile(
	sim: Sim,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const [, , named = ""] = url.pathname.split("/");
	const [teamId = "", fileId = ""] = named.split("-");
	const state = sim.teams.get(teamId);
	const [, token] =
		/^Bearer (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
	const isIn =
		token !== undefined &&
		token === state?.team.botToken &&
		state.team.scopes?.includes("files:read");
	const served = withFaults(sim, { method: "download", team: teamId }, () =>
		isIn ? download(state.files.get(fileId)) : signIn,
	);
	sendServed(served, request, response);
}

const signIn: Served = {
	status: 200,
	headers: { "content-type": "text/html" },
	body: loginPage,
};

function download(file: StoredFile | undefined): Served {
	if (!file || file.content === null)
		return { status: 404, headers: {}, body: "File not found" };
	return {
		status: 200,
		headers: {
			"content-type": mimeOf(file.name),
			"content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		},
		body: contentOf(file),
	};
}

/** A file this person may open: their own, or in a message they see. */
export function fileFor(
	state: TeamState,
	user: string,
	id: string,
): StoredFile | undefined {
	const file = state.files.get(id);
	if (!file || file.content === null) return undefined;
	const isSeen = [...state.conversations.values()].some(
		({ members, messages }) =>
			members.includes(user) &&
			messages.some(
				(each) => each.files?.includes(id) && visibleTo(each, user),
			),
	);
	return isSeen || file.user === user ? file : undefined;
}

/** GET /sim/file: for the page, to someone who sees the file. */
export function giveFileTo(
	sim: Sim,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const asked = (name: string) => url.searchParams.get(name) ?? "";
	const state = sim.teams.get(asked("team"));
	const file = state && fileFor(state, asked("user"), asked("file"));
	if (!file) sendText(response, 404, "text/plain", "There is no such file.");
	else sendServed(download(file), request, response);
}
