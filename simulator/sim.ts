import type { Changes } from "./changes.ts";
import type { Exchanges } from "./exchanges.ts";
import type { Faults } from "./faults.ts";
import type { Ids } from "./ids.ts";
import type { Limits } from "./limits.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { TeamState } from "./state.ts";
import type { Transport } from "./to-app/call.ts";
import type { Events } from "./to-app/events.ts";
import type { Sockets } from "./to-app/socket.ts";
import type { Triggers } from "./triggers.ts";
import type { World } from "./world.ts";

/** The running simulator, as its parts see it. */
export type Sim = {
	world: World;
	teams: Map<string, TeamState>;
	/** Where it listens, without a slash at the end. */
	url: () => string;
	now: () => number;
	ids: Ids;
	log: (line: string) => void;
	changes: Changes;
	exchanges: Exchanges;
	faults: Faults;
	limits: Limits;
	triggers: Triggers;
	responseUrls: ResponseUrls;
	sockets: Sockets;
	callApp: Transport;
	events: Events;
};
