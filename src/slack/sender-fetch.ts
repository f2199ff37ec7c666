import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";

/** A network failure or an answer nobody can read; `code` says which. */
export class CallFailed extends Error {
	override name = "CallFailed";
	readonly code: string;
	/** Something of the request may have left the machine. */
	readonly begun: boolean;

	constructor(code: string, begun: boolean) {
		super(code);
		this.code = code;
		this.begun = begun;
	}
}

type Init = Parameters<typeof fetch>[1];
type Answer = { status: number; headers: Headers; body: string };

/**
 * fetch for the sender's WebClient. It knows whether anything was sent when a
 * call fails; it reads the whole answer, so that half a body or a page of HTML
 * is an unknown outcome and not an error of Slack's; and it gives a 429 without
 * a Retry-After one. `mayBegin` is asked last of all: when the connection
 * stands, just before the request is written to it.
 */
export function createSenderFetch(mayBegin: () => boolean = () => true) {
	return async (url: string | URL, init?: Init): Promise<Response> => {
		const { status, headers, body } = await call(new URL(url), init, mayBegin);
		if (status === 429 && !(Number(headers.get("retry-after")) > 0))
			headers.set("retry-after", "30");
		if (status === 200 && !isJsonObject(body))
			throw new CallFailed("UNREADABLE", true);
		return new Response(body, { status, headers });
	};
}

/**
 * By node:http, since the global fetch cannot be asked to wait for the
 * connection: a process frozen meanwhile would post long after its lease.
 */
function call(url: URL, init: Init, mayBegin: () => boolean): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const secure = url.protocol === "https:";
		const { body } = init ?? {};
		if (typeof body !== "string") throw new TypeError("Only forms are sent.");
		const request = (secure ? https : http).request(url, {
			method: init?.method ?? "GET",
			headers: Object.fromEntries(new Headers(init?.headers)),
		});
		let begun = false;

		function fail(code: string): void {
			reject(new CallFailed(code, begun));
			request.destroy();
		}
		function begin(): void {
			if (mayBegin()) {
				begun = true;
				request.end(body);
			} else fail("TOO_LATE");
		}
		init?.signal?.addEventListener("abort", () => fail("TIMEOUT"));
		request.once("socket", (socket) => {
			if (stands(socket)) begin();
			else socket.once(secure ? "secureConnect" : "connect", begin);
		});
		request.once("response", (response) => {
			const status = response.statusCode ?? 0;
			const headers = new Headers();
			for (const [name, value] of Object.entries(response.headers))
				headers.set(name, String(value));
			text(response).then(
				(body) => resolve({ status, headers, body }),
				(error) => fail(codeOf(error)),
			);
		});
		request.on("error", (error) => fail(codeOf(error)));
	});
}

/** Connected, and by TLS where it is to be: kept from an earlier call. */
function stands(socket: Socket & { secureConnecting?: boolean }): boolean {
	return !socket.connecting && !socket.secureConnecting;
}

function codeOf(error: unknown): string {
	const { code } = (error ?? {}) as { code?: unknown };
	return typeof code === "string" ? code : "NETWORK";
}

function isJsonObject(body: string): boolean {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === "object" && value !== null;
	} catch {
		return false;
	}
}
