import type { Fault, Happening } from "../faults.ts";
import { perChannel, perWorkspace } from "../limits.ts";
import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";
import {
	type Args,
	type Call,
	type Method,
	type Reply,
	SlackError,
	text,
} from "./method.ts";
import { methods } from "./methods.ts";

/** What goes out; null says nothing, and keeps or cuts the connection. */
export type Served =
	| {
			status: number;
			headers: Record<string, string>;
			body: Reply | string | Buffer;
	  }
	| "hang"
	| "drop";

const answer = (body: Reply, headers: Record<string, string> = {}): Served => ({
	status: 200,
	headers,
	body,
});
const broken: Served = {
	status: 500,
	headers: {},
	body: "Internal Server Error",
};
const rateLimited = (seconds: number): Served => ({
	status: 429,
	headers: { "retry-after": String(seconds) },
	body: { ok: false, error: "ratelimited" },
});

/** One call of the Web API, with its faults and its line in the list. */
export function serveMethod(
	sim: Sim,
	name: string,
	token: string,
	args: Args | null,
): Served {
	const state = [...sim.teams.values()].find(
		({ team }) => team.botToken === token,
	);
	const happening = {
		method: name,
		team: state?.team.id,
		channel: args
			? (text(args, "channel") ?? text(args, "channel_id"))
			: undefined,
	};
	return withFaults(sim, happening, () => serve(sim, name, token, state, args));
}

/** What comes of a request when the faults asked for strike it. */
export function withFaults(
	sim: Sim,
	happening: Happening,
	serve: () => Served,
): Served {
	const before = sim.faults.take(["429", "500", "error", "hang"], happening);
	const served = before ? instead(before) : afterwards(sim, happening, serve());
	const { method, team } = happening;
	sim.exchanges.add("from app", method, outcomeOf(served), team);
	return served;
}

function instead(fault: Fault): Served {
	if (fault.kind === "429") return rateLimited(fault.retryAfter ?? 1);
	if (fault.kind === "500") return broken;
	if (fault.kind === "hang") return "hang";
	return answer({ ok: false, error: fault.error ?? "fatal_error" });
}

/** Faults that come though it was done; a refused call does not count. */
function afterwards(sim: Sim, happening: Happening, served: Served): Served {
	if (outcomeOf(served) !== "ok") return served;
	const fault = sim.faults.take(
		["500 after", "hang after", "drop after", "internal_error"],
		happening,
	);
	if (!fault) return served;
	if (fault.kind === "500 after") return broken;
	if (fault.kind === "hang after") return "hang";
	if (fault.kind === "drop after") return "drop";
	return answer({ ok: false, error: "internal_error" });
}

function serve(
	sim: Sim,
	name: string,
	token: string,
	state: TeamState | undefined,
	args: Args | null,
): Served {
	const refuse = (error: string, extra: Reply = {}) =>
		answer({ ok: false, error, ...extra });
	if (name === "apps.connections.open") return openConnection(sim, token);
	const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
	if (!method) return refuse("unknown_method", { req_method: name });
	if (token === "") return refuse("not_authed");
	if (!state)
		return refuse(
			token === sim.world.appToken ? "not_allowed_token_type" : "invalid_auth",
		);
	if (args === null) return refuse("invalid_json");
	const call: Call = { sim, state, args };
	const wait = secondsToWait(call, name, method);
	if (wait > 0) return rateLimited(wait);
	const granted = state.team.scopes ?? [];
	const headers = { "x-oauth-scopes": granted.join(",") };
	try {
		const needed =
			typeof method.needs === "function" ? method.needs(call) : method.needs;
		if (!needed.every((scope) => granted.includes(scope)))
			return refuse("missing_scope", {
				needed: needed.join(","),
				provided: granted.join(","),
			});
		return answer({ ok: true, ...method.run(call) }, headers);
	} catch (error) {
		if (!(error instanceof SlackError)) throw error;
		return refuse(error.code, error.extra);
	}
}

function openConnection(sim: Sim, token: string): Served {
	if (token === "") return answer({ ok: false, error: "not_authed" });
	if (token !== sim.world.appToken)
		return answer({ ok: false, error: "invalid_auth" });
	const url = sim.url().replace(/^http/, "ws") + sim.sockets.openLink();
	return answer({ ok: true, url });
}

function secondsToWait(call: Call, name: string, method: Method): number {
	const { sim, state, args } = call;
	const team = state.team.id;
	if (name !== "chat.postMessage")
		return sim.limits.spend(`${team} ${name}`, {
			perMinute: method.perMinute,
			burst: method.perMinute,
		});
	const channel = text(args, "channel") ?? "";
	return (
		sim.limits.spend(`${team} ${name} ${channel}`, perChannel) ||
		sim.limits.spend(`${team} ${name}`, perWorkspace)
	);
}

function outcomeOf(served: Served): string {
	if (served === "hang") return "no answer";
	if (served === "drop") return "connection dropped";
	const { status, body } = served;
	if (status !== 200) return String(status);
	if (typeof body === "string" || Buffer.isBuffer(body)) return "ok";
	return body.ok === true ? "ok" : String(body.error);
}
