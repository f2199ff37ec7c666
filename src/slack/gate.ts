import type { WebClient } from "@slack/web-api";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Patience } from "../patience.ts";
import { type Ack, answer, type Line } from "./answers.ts";
import { apologize } from "./apology.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import { actorOf, type Facts, type Subject } from "./facts.ts";
import type { Entry, Reply, SystemVisit, Visit } from "./feature.ts";
import { findFacts, insertAudit } from "./gate.queries.ts";
import { goOn } from "./later.ts";
import { badInput, unknownEntry } from "./misses.ts";
import { judge } from "./policy.ts";
import { sentence } from "./slack.views.ts";
import type { Table } from "./table.ts";
import { type Text, textFor } from "./text.ts";
import { within } from "./within.ts";

export type GateOptions = {
	deps: Deps;
	table: Table;
	patience: Patience;
	/** Looks up someone Slack knows and we do not; false: Slack neither. */
	meet: (deps: Deps, workspaceId: string, userId: string) => Promise<boolean>;
	/** Draws Home for someone who looks at it. */
	drawHome: (visit: Visit, client: WebClient) => Promise<void>;
	/** Has Home drawn again soon, for someone who opened it lately. */
	homeChanged: (visit: Visit) => Promise<void>;
};

export type Gate = {
	/** Serves one verified request; never throws. */
	serve(body: unknown, ack: Ack): Promise<void>;
	/** Resolves when nothing is being served. */
	idle(): Promise<void>;
};

/**
 * The only way in. The actor comes from the signed envelope, everything else
 * from the database; whatever goes wrong, the person gets an answer in time.
 */
export function createGate(options: GateOptions): Gate {
	const { deps, table, patience } = options;
	const running = new Set<Promise<void>>();
	// For apologies while the database is away: who we last acted as.
	const lastClients = new Map<string, WebClient>();

	async function serve(body: unknown, ack: Ack): Promise<void> {
		const envelope = readEnvelope(body);
		if (!envelope) return ack();
		const once = onlyOnce(ack);
		const line: Line = {
			envelope,
			ack: once,
			client: lastClients.get(envelope.teamId ?? envelope.enterpriseId ?? ""),
			text: textFor("en"),
			apiUrl: deps.config.slack.apiUrl,
		};
		// A tap has nothing to show in its ack; an event's was sent already.
		if (isTap(envelope)) await once();
		let reply: Reply;
		try {
			reply = await within(patience.answerMs, handle(line));
			await answer(line, reply);
			if (reply.do === "home") await drawHome(line);
		} catch (error) {
			return apologize(deps.log, line, error);
		}
		// What was asked for is done, whatever becomes of Home.
		await tendHome(line).catch((error) =>
			deps.log.warn({ code: error?.code }, "Home was not drawn"),
		);
		if (reply.do === "update" && reply.later)
			await goOn(deps.log, line, reply.later);
	}

	async function handle(line: Line): Promise<Reply> {
		const { envelope } = line;
		const found = findEntry(envelope);
		if (!found)
			return reachable(line, unknownEntry(envelope, table, line.text));
		const { entry, raw } = found;
		const parsed = entry.input.safeParse(raw);
		if (!parsed.success)
			return reachable(
				line,
				badInput(envelope, parsed.error.issues, line.text),
			);
		const input = parsed.data;
		const subject = subjectOf(entry, input);

		let facts = await within(
			patience.factsMs,
			findFacts(deps.db, envelope, subject),
		);
		if (!facts)
			return { do: "say", message: say(line, "slack:refused.uninstalled") };
		const stranger = !facts.person && entry.policy.who !== "system";
		if (stranger && envelope.userId && facts.installation) {
			const { workspace_id } = facts.workspace;
			if (await options.meet(deps, workspace_id, envelope.userId))
				facts = (await findFacts(deps.db, envelope, subject)) ?? facts;
		}
		line.text = textFor(facts.person?.locale ?? "en");
		line.client = clientOf(envelope, facts);

		const judgement = judge(entry.policy, facts);
		if (!judgement.allowed) {
			if (judgement.audited) await auditDenial(facts, entry, subject);
			return { do: "say", message: say(line, judgement.why) };
		}
		return run(line, entry, facts, input);
	}

	async function run(
		line: Line,
		entry: Entry,
		facts: Facts,
		input: unknown,
	): Promise<Reply> {
		const system: SystemVisit = {
			workspaceId: facts.workspace.workspace_id,
			text: line.text,
			now: deps.now(),
			key: line.envelope.key,
		};
		const actor = actorOf(facts);
		if (entry.policy.who === "system" || !actor) {
			await entry.handleSystem(deps, system, input);
			return { do: "nothing" };
		}
		const visit: Visit = {
			...system,
			programId: programOf(entry, facts),
			actor,
		};
		line.visit = visit;
		return entry.handle(deps, visit, input);
	}

	/** An act changes what Home should say: at once for who looks at it. */
	async function tendHome(line: Line): Promise<void> {
		const { visit, envelope } = line;
		if (envelope.view?.type === "home") await drawHome(line);
		else if (visit && ["action", "view"].includes(envelope.type))
			await options.homeChanged(visit);
	}

	async function drawHome({ visit, client }: Line): Promise<void> {
		if (visit && client) await options.drawHome(visit, client);
	}

	function findEntry(envelope: Envelope) {
		if (envelope.type !== "command") {
			const entry = table.find(envelope.type, envelope.id);
			return entry && { entry, raw: envelope.input };
		}
		const { entry, rest } = table.route(envelope.id);
		return entry && { entry, raw: rest };
	}

	/** A tap in a view is answered with the workspace's token alone. */
	async function reachable(line: Line, reply: Reply): Promise<Reply> {
		const { envelope, client } = line;
		if (client || !isTap(envelope) || envelope.responseUrl) return reply;
		const facts = await within(
			patience.factsMs,
			findFacts(deps.db, envelope, null),
		);
		line.client = facts ? clientOf(envelope, facts) : undefined;
		return reply;
	}

	function clientOf(envelope: Envelope, facts: Facts): WebClient | undefined {
		if (!facts.installation) return undefined;
		const client = deps.slack.interactive({
			workspaceId: facts.workspace.workspace_id,
			sealedToken: facts.installation.bot_token,
		});
		lastClients.set(envelope.teamId ?? envelope.enterpriseId ?? "", client);
		return client;
	}

	async function auditDenial(
		facts: Facts,
		entry: Entry,
		subject: Subject | null,
	): Promise<void> {
		const { workspace, person } = facts;
		await withWorkspace(deps.db, workspace.workspace_id, (trx) =>
			insertAudit(trx, {
				actorId: person?.person_id ?? null,
				action: `${entry.type} ${entry.id}`,
				subjectId: subject?.id ?? null,
				outcome: "denied",
			}),
		);
	}

	return {
		serve(body, ack) {
			const work = serve(body, ack).finally(() => running.delete(work));
			running.add(work);
			return work;
		},
		async idle() {
			while (running.size > 0) await Promise.allSettled(running);
		},
	};
}

function say(line: Line, key: Parameters<Text["mrkdwn"]>[0]) {
	return sentence(line.text, key);
}

/** A manager's own acts are about a program they manage. */
function programOf({ policy }: Entry, facts: Facts): string {
	const { program_id, manages } = facts;
	const [first] = manages;
	const isElsewhere = !manages.includes(program_id ?? "");
	const managed = policy.who === "manager" && isElsewhere && first;
	return managed || (program_id ?? "");
}

function subjectOf(entry: Entry, input: unknown): Subject | null {
	const { policy } = entry;
	return policy.who === "related"
		? { kind: policy.to, id: policy.id(input) }
		: null;
}

/** Slack takes one ack; what comes after an apology is not said any more. */
function onlyOnce(ack: Ack): Ack {
	let used = false;
	return async (body) => {
		if (used) return;
		used = true;
		await ack(body);
	};
}

/** Answered by a call of ours, not in the ack. */
const isTap = ({ type }: Envelope) => type === "action" || type === "shortcut";
