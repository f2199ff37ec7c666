import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, sendText } from "../http.ts";
import type { Served } from "./serve.ts";

/** Says it, says nothing, or cuts the connection. */
export function sendServed(
	served: Served,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	if (served === "hang") return;
	if (served === "drop") {
		request.socket.destroy();
		return;
	}
	const { status, headers, body } = served;
	if (Buffer.isBuffer(body)) {
		response.writeHead(status, { "cache-control": "no-store", ...headers });
		response.end(body);
	} else if (typeof body === "string")
		sendText(response, status, headers["content-type"] ?? "text/plain", body);
	else sendJson(response, body, status, headers);
}
