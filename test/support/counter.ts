import type { WebClient } from "@slack/web-api";
import { features } from "../../src/features.ts";
import type { SlackClients } from "../../src/slack/clients.ts";
import { createGate } from "../../src/slack/gate.ts";
import { createTable } from "../../src/slack/table.ts";
import { upsertInstallation } from "../../src/workspaces/workspaces.queries.ts";
import { bareDeps } from "./bare-deps.ts";
import type { Office } from "./office.ts";
import { type Act, newThread, payloadOf } from "./requests-payloads.ts";

export type Counter = Awaited<ReturnType<typeof openCounter>>;

/** Long enough for a slow machine: waiting is not what is tested here. */
const minute = 60_000;
const patience = {
	factsMs: minute,
	answerMs: minute,
	statementMs: minute,
	connectMs: minute,
	slackMs: minute,
};

/**
 * The gate of an office, as its people reach it from Slack, but for the way
 * there: whatever entry point there is can be used, at any time of day.
 */
export async function openCounter(office: Office, now: () => Date) {
	await office.run((trx) =>
		upsertInstallation(trx, {
			botId: "B0",
			botUserId: "U0MENTOR",
			sealedToken: Buffer.from("sealed"),
			scopes: [],
		}),
	);
	const { deps: bare, logged } = bareDeps(office.deps.db);
	let told: unknown[] = [];
	const nobody = clientsThat((call) => told.push(call));
	const config = { slack: { apiUrl: undefined } };
	const deps = {
		...office.deps,
		...{ now, log: bare.log, slack: nobody, config },
	} as unknown as Office["deps"];
	const gate = createGate({
		deps,
		table: createTable(features),
		patience,
		meet: async () => false,
		drawHome: async () => {},
		homeChanged: async () => {},
	});
	return {
		deps,
		/** Does it; what it gives does the same request once more. */
		async serve(slackUserId: string, act: Act): Promise<() => Promise<void>> {
			// What answers by a response URL would need somebody to be there.
			const thread = { ...newThread(), responseUrl: "" };
			const sender = { team: "T0OFFICE", user: slackUserId };
			const body = payloadOf(sender, act, thread);
			const send = () =>
				gate.serve(body, async (answer) => void told.push(answer));
			told = [];
			await send();
			return send;
		},
		/** All that the last one was told: forms, and answers in their place. */
		told: () => told,
		/** What went wrong so far: log lines of level error. */
		failures: () => logged.filter(({ level }) => Number(level) >= 50),
	};
}

/** A Slack that takes every call and does nothing about it. */
function clientsThat(hear: (call: unknown) => void): SlackClients {
	const slack: unknown = new Proxy(async () => ({ ok: true }), {
		get: (target, name) => (name === "then" ? undefined : (slack ?? target)),
		apply: async (_target, _this, [call]) => {
			hear(call);
			return { ok: true, view: { id: "V0", hash: "1.a" } };
		},
	});
	const client = () => slack as WebClient;
	return { interactive: client, sender: client, withToken: client };
}
