import { once } from "node:events";
import { type Driver, drive } from "../test/support/driver.ts";
import { perform } from "./acts/act.ts";
import { suggest } from "./acts/suggest.ts";
import { type Addresses, createSim, type SlackOptions } from "./create-sim.ts";
import type { Faults } from "./faults.ts";
import { fileFor } from "./file-routes.ts";
import { contentOf } from "./files.ts";
import { findUser, mayReadEmail, userObject } from "./people.ts";
import { createSlackServer } from "./server.ts";
import { keep, restore, restoreFile, textOf } from "./snapshot.ts";
import type { TeamState } from "./state.ts";
import type {
	Act,
	ActResult,
	Exchange,
	Query,
	Suggestions,
	Surface,
} from "./surface.ts";
import { surfaceOf } from "./surface-of.ts";
import type { SlackEvent } from "./to-app/events.ts";
import type { SlackUser, World } from "./world.ts";

export type Slack = {
	/** http://127.0.0.1:PORT, where the page is. */
	url: string;
	/** What SLACK_API_URL is to be; ends in /api/. */
	apiUrl: string;
	/** A copy of the one given; people change here. */
	world: World;
	setRequestUrl(url: string): void;
	faults: Faults;
	exchanges(): Exchange[];
	person(teamId: string, userId: string): Driver;
	surface(teamId: string, userId: string): Surface;
	act(teamId: string, userId: string, act: Act): Promise<ActResult>;
	suggest(teamId: string, userId: string, query: Query): Promise<Suggestions>;
	/** Resolves when the app has taken it, or all tries are used up. */
	sendEvent(teamId: string, event: SlackEvent): Promise<void>;
	/** Changes a person and sends user_change. */
	updateUser(
		teamId: string,
		userId: string,
		patch: Partial<SlackUser>,
	): Promise<void>;
	/** A new colleague, with team_join. */
	addUser(teamId: string, user: SlackUser): Promise<void>;
	/** Asks the app to connect anew, as Slack does every few hours. */
	refreshSockets(): void;
	/** Whether the app is connected by Socket Mode. */
	isConnected(): boolean;
	/** Resolves when it is. */
	connected(): Promise<void>;
	/** What outlives a restart, for another to start from. */
	snapshot(): string;
	/** Keeps its state, and ends; once more it does nothing. */
	stop(): Promise<void>;
};

/** Starts a local Slack on loopback. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
	const { port = 0, requestUrl, statePath, snapshot } = options;
	const addresses: Addresses = { url: "", requestUrl };
	const sim = createSim(options, addresses);
	const { world, changes, events } = sim;
	if (snapshot !== undefined) restore(sim, snapshot);
	if (statePath) restoreFile(sim, statePath);
	const keeper = statePath ? keep(sim, statePath) : null;
	const server = createSlackServer(sim).listen(port, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (typeof address === "object" && address)
		addresses.url = `http://127.0.0.1:${address.port}`;

	function who(teamId: string, userId: string): [TeamState, SlackUser] {
		const state = sim.teams.get(teamId);
		const user = state && findUser(world, state, userId);
		if (!state || !user) throw new Error(`There is no ${userId} in ${teamId}.`);
		return [state, user];
	}
	async function sendEvent(teamId: string, event: SlackEvent) {
		const state = sim.teams.get(teamId);
		if (!state) throw new Error(`There is no workspace ${teamId}.`);
		await events.send(state.team, event);
	}
	const sendUser = (type: string, state: TeamState, user: SlackUser) =>
		sendEvent(state.team.id, {
			type,
			user: {
				...userObject(user, state, mayReadEmail(state)),
				locale: user.locale ?? "en-US",
			},
			cache_ts: Math.floor(sim.now() / 1000),
		});
	return {
		url: addresses.url,
		apiUrl: `${addresses.url}/api/`,
		world,
		setRequestUrl(next) {
			addresses.requestUrl = next;
		},
		faults: sim.faults,
		exchanges: () => sim.exchanges.list(),
		person: (teamId, userId) => {
			const [state] = who(teamId, userId);
			return drive(userId, {
				surface: () => surfaceOf(sim, state, userId),
				act: (act) => perform(sim, ...who(teamId, userId), act),
				suggest: (query) => suggest(sim, ...who(teamId, userId), query),
				file: (file) => {
					const found = fileFor(state, userId, file);
					return found && contentOf(found);
				},
				onChange: (listener) => changes.listen(teamId, listener),
			});
		},
		surface: (teamId, userId) => surfaceOf(sim, who(teamId, userId)[0], userId),
		act: (teamId, userId, act) => perform(sim, ...who(teamId, userId), act),
		suggest: (teamId, userId, query) =>
			suggest(sim, ...who(teamId, userId), query),
		sendEvent,
		async updateUser(teamId, userId, patch) {
			const [state, user] = who(teamId, userId);
			Object.assign(user, patch);
			changes.bump(teamId);
			await sendUser("user_change", state, user);
		},
		async addUser(teamId, user) {
			const state = sim.teams.get(teamId);
			if (!state) throw new Error(`There is no workspace ${teamId}.`);
			state.team.users.push(user);
			changes.bump(teamId);
			await sendUser("team_join", state, user);
		},
		refreshSockets: sim.sockets.refresh,
		isConnected: sim.sockets.isLive,
		connected: sim.sockets.whenLive,
		snapshot: () => textOf(sim),
		async stop() {
			if (!server.listening) return;
			events.stop();
			sim.faults.clear();
			await sim.sockets.stop();
			keeper?.stop();
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}
