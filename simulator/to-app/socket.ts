import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Ids } from "../ids.ts";
import type { AppAnswer, AppCall, Transport } from "./call.ts";

/** Slack allows this many connections per app. */
const connectionsAllowed = 10;
const pingEvery = 10_000;
/** Milliseconds a client has to say goodbye. */
const goodbyePatience = 500;

export type Sockets = {
	/** Answers `apps.connections.open`: the path of a link good for one use. */
	openLink(): string;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	isLive(): boolean;
	/** Resolves when there is a live connection, at once if there is one. */
	whenLive(): Promise<void>;
	send: Transport;
	/** What Slack does every few hours: asks the app to connect anew. */
	refresh(): void;
	/** Closes all connections, and cuts those that do not answer soon. */
	stop(): Promise<void>;
};

export function createSockets(options: {
	appId: string;
	ids: Ids;
	/** Milliseconds the app has to answer. */
	patience: number;
}): Sockets {
	const { appId, ids, patience } = options;
	const server = new WebSocketServer({ noServer: true });
	const links = new Set<string>();
	/** The live connections, the one to use next first. */
	let live: WebSocket[] = [];
	const waiting = new Map<string, (answer: AppAnswer) => void>();
	const hopeful = new Set<() => void>();

	function drop(socket: WebSocket) {
		live = live.filter((other) => other !== socket);
	}

	function welcome(socket: WebSocket) {
		socket.on("close", () => drop(socket));
		socket.on("error", () => drop(socket));
		socket.on("message", (data) => receive(String(data)));
		if (live.length >= connectionsAllowed) {
			say(socket, { type: "disconnect", reason: "too_many_websockets" });
			return;
		}
		live.push(socket);
		say(socket, {
			type: "hello",
			num_connections: live.length,
			connection_info: { app_id: appId },
			debug_info: { host: "simulator", approximate_connection_time: 18_060 },
		});
		for (const tell of hopeful) tell();
		hopeful.clear();
	}

	function receive(text: string) {
		const { envelope_id, payload } = parse(text);
		if (typeof envelope_id !== "string") return;
		const isEmpty =
			payload === undefined ||
			(typeof payload === "object" &&
				payload !== null &&
				Object.keys(payload).length === 0);
		waiting.get(envelope_id)?.({ ok: true, body: isEmpty ? null : payload });
	}

	const pings = setInterval(() => {
		for (const socket of live) socket.ping();
	}, pingEvery);
	pings.unref();

	return {
		openLink() {
			const path = `/link/?ticket=${ids.next("")}&app_id=${appId}`;
			links.add(path);
			return path;
		},
		upgrade(request, socket, head) {
			if (!links.delete(request.url ?? "")) {
				socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
				return;
			}
			server.handleUpgrade(request, socket, head, welcome);
		},
		isLive: () => live.length > 0,
		whenLive: () =>
			new Promise((resolve) => {
				if (live.length > 0) resolve();
				else hopeful.add(resolve);
			}),
		async send(call) {
			const socket = live.shift();
			if (!socket) return { ok: false, reason: "unreachable" };
			live.push(socket);
			const envelope_id = ids.next("E");
			return new Promise((resolve) => {
				const timer = setTimeout(
					() => settle({ ok: false, reason: "timeout" }),
					patience,
				);
				function settle(answer: AppAnswer) {
					clearTimeout(timer);
					waiting.delete(envelope_id);
					resolve(answer);
				}
				waiting.set(envelope_id, settle);
				say(socket, { envelope_id, ...envelope(call) });
			});
		},
		refresh() {
			for (const socket of live)
				say(socket, { type: "disconnect", reason: "refresh_requested" });
			live = [];
		},
		async stop() {
			clearInterval(pings);
			await Promise.all([...server.clients].map(goodbye));
			server.close();
		},
	};
}

function goodbye(socket: WebSocket): Promise<void> {
	return new Promise((resolve) => {
		const cut = setTimeout(() => socket.terminate(), goodbyePatience);
		socket.on("close", () => {
			clearTimeout(cut);
			resolve();
		});
		socket.close(1001);
	});
}

function envelope(call: AppCall): Record<string, unknown> {
	return {
		type: call.type,
		payload: call.payload,
		accepts_response_payload: call.type !== "events_api",
		...(call.type === "events_api" && {
			retry_attempt: call.retry?.num ?? 0,
			retry_reason: call.retry?.reason ?? "",
		}),
	};
}

function say(socket: WebSocket, message: Record<string, unknown>) {
	socket.send(JSON.stringify(message));
}

function parse(text: string): { envelope_id?: unknown; payload?: unknown } {
	try {
		const message: unknown = JSON.parse(text);
		return typeof message === "object" && message !== null ? message : {};
	} catch {
		return {};
	}
}
