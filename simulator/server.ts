import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { giveFile, giveFileTo, takeUpload } from "./file-routes.ts";
import { readBody, sendJson, sendText } from "./http.ts";
import { servePageApi } from "./page-api.ts";
import { servePageFile } from "./page-files.ts";
import { showAnswer } from "./responses.ts";
import type { Sim } from "./sim.ts";
import { readArguments } from "./web-api/arguments.ts";
import { text } from "./web-api/method.ts";
import { sendServed } from "./web-api/send-served.ts";
import { serveMethod } from "./web-api/serve.ts";

/** One port for all: the Web API, response URLs, Socket Mode and the page. */
export function createSlackServer(sim: Sim): Server {
	const server = createServer((request, response) => {
		route(sim, request, response).catch((error: unknown) => {
			sim.log(`${request.method} ${request.url}: ${String(error)}`);
			if (!response.headersSent)
				sendText(response, 500, "text/plain", "The simulator failed.");
		});
	});
	server.on("upgrade", (request, socket, head) => {
		sim.sockets.upgrade(request, socket, head);
	});
	return server;
}

async function route(
	sim: Sim,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? "/", sim.url());
	const [, first = "", ...rest] = url.pathname.split("/");
	if (first === "api")
		return webApi(sim, rest.join("/"), url, request, response);
	if (first === "upload") return takeUpload(sim, url, request, response);
	if (first === "files-pri") return giveFile(sim, url, request, response);
	if (url.pathname === "/sim/file")
		return giveFileTo(sim, url, request, response);
	if (first === "response") return respond(sim, url, request, response);
	if (first === "sim") return servePageApi(sim, url, request, response);
	if (first === "page") return servePageFile(rest.join("/"), response);
	if (url.pathname === "/") return servePageFile("index.html", response);
	sendText(response, 404, "text/plain", "There is nothing here.");
}

async function webApi(
	sim: Sim,
	method: string,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const type = request.headers["content-type"] ?? "";
	const args = readArguments(type, await readBody(request), url.searchParams);
	const [, bearer] =
		/^Bearer (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
	const token = bearer ?? text(args ?? {}, "token") ?? "";
	sendServed(serveMethod(sim, method, token, args), request, response);
}

/** A response_url: five answers in thirty minutes. */
async function respond(
	sim: Sim,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const answer = readArguments(
		"application/json",
		await readBody(request),
		new URLSearchParams(),
	);
	const target = sim.responseUrls.use(url.pathname);
	const state = target && sim.teams.get(target.team);
	const error =
		target && state
			? showAnswer(sim, state, target, answer ?? {})
			: "expired_url";
	const what = "answer to response_url";
	sim.exchanges.add("from app", what, error ?? "ok", target?.team);
	const status = error === null ? 200 : error === "expired_url" ? 404 : 400;
	sendJson(
		response,
		error === null ? { ok: true } : { ok: false, error },
		status,
	);
}
