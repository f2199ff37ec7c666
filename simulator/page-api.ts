import type { IncomingMessage, ServerResponse } from "node:http";
import { perform } from "./acts/act.ts";
import { suggest } from "./acts/suggest.ts";
import { readBody, sendJson, sendText } from "./http.ts";
import { everyone, findUser, toPerson } from "./people.ts";
import type { Sim } from "./sim.ts";
import type { Act, Query } from "./surface.ts";
import { surfaceOf } from "./surface-of.ts";

type Asked = { team: string; user: string; act: Act } & Query;

/** What the page in the browser calls, below `/sim/`. */
export async function servePageApi(
	sim: Sim,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const route = `${request.method} ${url.pathname}`;
	if (route === "GET /sim/teams")
		return sendJson(response, { teams: teams(sim) });
	if (route === "GET /sim/exchanges") {
		const after = Number(url.searchParams.get("after") ?? 0);
		return sendJson(response, sim.exchanges.list(after));
	}
	const isPost = request.method === "POST";
	const asked: Partial<Asked> = isPost
		? JSON.parse(await readBody(request))
		: Object.fromEntries(url.searchParams);
	const state = sim.teams.get(asked.team ?? "");
	if (!state) return notFound(response);
	if (route === "GET /sim/changes") return stream(sim, state.team.id, response);
	const user = findUser(sim.world, state, asked.user ?? "");
	if (!user) return notFound(response);
	switch (route) {
		case "GET /sim/surface":
			return sendJson(response, surfaceOf(sim, state, user.id));
		case "POST /sim/act": {
			const { act } = asked;
			if (!act) return notFound(response);
			return sendJson(response, await perform(sim, state, user, act));
		}
		case "POST /sim/suggest": {
			const { place, block_id = "", action_id = "", query = "" } = asked;
			if (!place) return notFound(response);
			const given = { place, block_id, action_id, query };
			return sendJson(response, await suggest(sim, state, user, given));
		}
		default:
			return notFound(response);
	}
}

function teams(sim: Sim) {
	return [...sim.teams.values()].map((state) => ({
		id: state.team.id,
		name: state.team.name,
		people: everyone(sim.world, state).map(toPerson),
	}));
}

/** Server-sent events: the version now, and each one that follows. */
function stream(sim: Sim, team: string, response: ServerResponse): void {
	response.writeHead(200, {
		"content-type": "text/event-stream",
		"cache-control": "no-store",
	});
	const say = (version: number) =>
		response.write(`data: ${JSON.stringify({ version })}\n\n`);
	say(sim.changes.version(team));
	response.on("close", sim.changes.listen(team, say));
}

function notFound(response: ServerResponse): void {
	sendText(response, 404, "text/plain", "There is nothing here.");
}
