import { once } from "node:events";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { readBody, sendJson } from "../../simulator/http.ts";
import { checkMessage, checkView } from "../../simulator/rules/check.ts";
import { readArguments } from "../../simulator/web-api/arguments.ts";
import { newThread, type Thread } from "./requests-payloads.ts";

/** One thing the bot told Slack, as it left the bot. */
export type Told = {
	/** A Web API method, "response_url", or "upload" for a file's content. */
	method: string;
	/** The bot token it came with; "" for a response URL. */
	token: string;
	args: Record<string, unknown>;
	/** What it answers: a trigger, a view or a response URL; else "". */
	about: string;
};

/** Milliseconds an answer is waited for. */
const patience = 15_000;

export type Front = {
	/** What SLACK_API_URL is to be. */
	apiUrl: string;
	/** Oldest first. */
	told: Told[];
	/** For a request whose answers are to be recognized. */
	thread(): Thread;
	/**
	 * Resolves when the bot has answered this request by Slack; to be called
	 * before the request is sent.
	 */
	answerTo(thread: Thread): Promise<Told>;
	/** Who reads a conversation that the bot opened with this token. */
	members(token: string, channel: string): string[];
	stop(): Promise<void>;
};

/**
 * Stands before a local Slack and keeps all that the bot says. It takes what
 * hangs on a trigger or a view itself, by Slack's rules for blocks, since the
 * requests of these tests come from no modal that is really open.
 */
export async function startFront(slackApiUrl: string): Promise<Front> {
	const told: Told[] = [];
	const conversations = new Map<string, string[]>();
	const waiting = new Map<string, (answer: Told) => void>();

	function note(heard: Told) {
		told.push(heard);
		waiting.get(heard.about)?.(heard);
	}

	const server = createServer((request, response) => {
		serve(request, response).catch((error: unknown) => {
			sendJson(response, { ok: false, error: String(error) }, 500);
		});
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" ? address?.port : undefined;
	const url = `http://127.0.0.1:${port}`;

	async function serve(request: IncomingMessage, response: ServerResponse) {
		const path = new URL(request.url ?? "/", url).pathname;
		const type = request.headers["content-type"] ?? "";
		const body = await readBody(request);
		const args = readArguments(type, body, new URLSearchParams()) ?? {};
		if (path.startsWith("/answers/")) {
			note({ method: "response_url", token: "", args, about: url + path });
			const [problem] = checkMessage(args);
			return sendJson(response, { ok: !problem }, problem ? 400 : 200);
		}
		if (path.startsWith("/upload/")) {
			note({ method: "upload", token: "", args: { body }, about: "" });
			const headers = { "content-type": type };
			const to = new URL(path, slackApiUrl);
			const taken = await fetch(to, { method: "POST", headers, body });
			response.writeHead(taken.status).end(await taken.text());
			return;
		}
		const method = path.replace("/api/", "");
		const authorization = request.headers.authorization ?? "";
		const token = authorization.replace("Bearer ", "");
		const { view, trigger_id, view_id } = args;
		const about = String(trigger_id ?? view_id ?? "");
		note({ method, token, args, about });
		if (method.startsWith("views.")) {
			const [problem] = checkView(isObject(view) ? view : {});
			return sendJson(
				response,
				problem
					? { ok: false, error: problem.error }
					: { ok: true, view: { id: "V1" } },
			);
		}
		const passed = await fetch(`${slackApiUrl}${method}`, {
			method: "POST",
			headers: { "content-type": type, authorization },
			body,
		});
		const answer = await passed.json();
		if (method === "conversations.open" && isObject(answer)) {
			const channel = isObject(answer.channel) ? answer.channel.id : "";
			conversations.set(`${token} ${channel}`, String(args.users).split(","));
		}
		// The bot takes no file to where it does not call.
		if (isObject(answer) && typeof answer.upload_url === "string")
			answer.upload_url = url + new URL(answer.upload_url).pathname;
		sendJson(response, answer, passed.status);
	}

	return {
		apiUrl: `${url}/api/`,
		told,
		thread: () => newThread(`${url}/answers/`),
		async answerTo(thread) {
			const { promise, resolve, reject } = Promise.withResolvers<Told>();
			for (const about of Object.values(thread)) waiting.set(about, resolve);
			const timer = setTimeout(
				() => reject(new Error(`No answer to ${thread.trigger}`)),
				patience,
			);
			const answer = await promise;
			clearTimeout(timer);
			for (const about of Object.values(thread)) waiting.delete(about);
			return answer;
		},
		members: (token, channel) => conversations.get(`${token} ${channel}`) ?? [],
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
