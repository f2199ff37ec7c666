import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { servePageFile } from "../../../simulator/page-files.ts";
import type { Act, Exchange } from "../../../simulator/surface.ts";
import { people } from "./people.ts";
import { FakeState } from "./state.ts";

const TOPICS = ["Kubernetes", "Kotlin", "Keeping calm", "Leading a first team"];

export type Fake = { url: string; state: FakeState; stop(): Promise<void> };

/** Serves the page and a made-up Slack behind it, on a free port. */
export async function startFake(port = 0): Promise<Fake> {
	const state = new FakeState();
	const watchers = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		answer(request, response, state, watchers).catch((error) => {
			response.writeHead(500).end(String(error));
		});
	});
	await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${taken}`,
		state,
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	state: FakeState,
	watchers: Set<ServerResponse>,
): Promise<void> {
	const { pathname, searchParams } = new URL(request.url ?? "/", "http://fake");
	const send = (value: unknown) => {
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify(value));
	};
	switch (pathname) {
		case "/sim/teams":
			return send({
				teams: state.surface.teams.map((team) => ({ ...team, people })),
			});
		case "/sim/surface": {
			const team = searchParams.get("team") ?? "";
			return send(state.seenBy(team, searchParams.get("user") ?? ""));
		}
		case "/sim/changes":
			response.writeHead(200, { "content-type": "text/event-stream" });
			response.write(changeTo(state.surface.version));
			watchers.add(response);
			return void response.on("close", () => watchers.delete(response));
		case "/sim/act": {
			const { act } = (await bodyOf(request)) as { act: Act };
			const result = state.act(act);
			for (const each of watchers) each.write(changeTo(state.surface.version));
			return send(result);
		}
		case "/sim/suggest": {
			const { query } = (await bodyOf(request)) as { query: string };
			const fitting = TOPICS.filter((topic) =>
				topic.toLowerCase().startsWith(query.toLowerCase()),
			);
			return send({
				options: fitting.map((text) => ({ text, value: text.toLowerCase() })),
			});
		}
		case "/sim/file":
			return void response.end("id\nU1\n");
		case "/sim/exchanges":
			return send(exchanges(state, Number(searchParams.get("after"))));
		default:
			return servePageFile(
				pathname === "/" ? "index.html" : pathname.replace("/page/", ""),
				response,
			);
	}
}

function exchanges(state: FakeState, after: number): Exchange[] {
	return state.acts
		.map((act, index) => ({
			id: index + 1,
			at: new Date(1_777_971_600_000 + index * 1000).toISOString(),
			direction: "to app" as const,
			what: act.type === "command" ? `command ${act.text}` : act.type,
			outcome: "200 in 12 ms",
		}))
		.filter(({ id }) => id > after);
}

function changeTo(version: number): string {
	return `data: ${JSON.stringify({ version })}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return JSON.parse(text);
}
