import { createChanges } from "./changes.ts";
import { createExchanges } from "./exchanges.ts";
import { createFaults } from "./faults.ts";
import { createIds } from "./ids.ts";
import { createLimits, noLimits } from "./limits.ts";
import { createResponseUrls } from "./response-urls.ts";
import type { Sim } from "./sim.ts";
import { createTeamState } from "./state.ts";
import type { Transport } from "./to-app/call.ts";
import { createEvents, slackRetries } from "./to-app/events.ts";
import { createHttpTransport } from "./to-app/http.ts";
import { createSender } from "./to-app/send.ts";
import { createSockets } from "./to-app/socket.ts";
import { createTriggers } from "./triggers.ts";
import { requiredScopes, type World } from "./world.ts";

export type SlackOptions = {
	world: World;
	/** Any free one if left out. */
	port?: number;
	/** Where the app takes signed requests, unless it connects by socket. */
	requestUrl?: string;
	/** A JSON file that keeps conversations and homes over a restart. */
	statePath?: string;
	/** What another gave as its `snapshot`, to go on from. */
	snapshot?: string;
	log?: (line: string) => void;
	/** "off" for tests that are about something else. */
	limits?: "slack" | "off";
	/** Milliseconds since 1970; of triggers, limits, response URLs and ts. */
	now?: () => number;
	/** Milliseconds the app has to answer or use a trigger, 3000 as in Slack. */
	patience?: number;
	/** Milliseconds before each further try to send an event. */
	retries?: number[];
};

/** What is known only once the simulator listens, or changes later. */
export type Addresses = { url: string; requestUrl: string | undefined };

/** Puts the parts together; nothing listens yet. */
export function createSim(options: SlackOptions, addresses: Addresses): Sim {
	const { log = () => {}, now = Date.now, patience = 3000 } = options;
	const world = structuredClone(options.world);
	for (const team of world.teams) team.scopes ??= [...requiredScopes];
	const { appId, signingSecret } = world;

	const ids = createIds(now());
	const changes = createChanges();
	const faults = createFaults();
	const exchanges = createExchanges(now, (team) => team && changes.bump(team));
	const sockets = createSockets({ appId, ids, patience });
	function transport(): Transport | null {
		if (sockets.isLive()) return sockets.send;
		const { requestUrl } = addresses;
		return requestUrl === undefined
			? null
			: createHttpTransport({ requestUrl, signingSecret, now, patience });
	}
	const send = createSender({ faults, exchanges, now, transport });
	const { retries = slackRetries } = options;
	return {
		world,
		teams: new Map(world.teams.map((team) => [team.id, createTeamState(team)])),
		url: () => addresses.url,
		now,
		ids,
		log,
		changes,
		exchanges,
		faults,
		limits: options.limits === "off" ? noLimits : createLimits(now),
		triggers: createTriggers(now, ids, patience),
		responseUrls: createResponseUrls(now, ids),
		sockets,
		callApp: send,
		events: createEvents({ appId, ids, now, send, retries }),
	};
}
