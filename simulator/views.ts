import { nameBlocks } from "./elements.ts";
import type { Sim } from "./sim.ts";
import type { StoredView, TeamState } from "./state.ts";
import { valuesOf } from "./values.ts";

/** Slack stacks this many modals. */
export const stackLimit = 3;

type Sent = Record<string, unknown>;

/** A new view, standing on `below` when it was pushed. */
export function createView(
	sim: Sim,
	owner: string,
	sent: Sent,
	below?: StoredView,
): StoredView {
	const id = sim.ids.next("V");
	const blocks = nameBlocks(sent.blocks, sim.ids);
	return {
		id,
		type: sent.type === "home" ? "home" : "modal",
		owner,
		sent,
		blocks,
		hash: newHash(sim),
		root: below?.root ?? id,
		previous: below?.id ?? null,
		values: valuesOf(blocks, {}),
		offered: {},
		errors: {},
	};
}

/**
 * Other content in the same view. What was typed stays where block id and
 * action id are the same, so a new initial value needs a new id, as in Slack.
 */
export function replaceContent(sim: Sim, view: StoredView, sent: Sent): void {
	const blocks = nameBlocks(sent.blocks, sim.ids);
	view.sent = sent;
	view.blocks = blocks;
	view.hash = newHash(sim);
	view.values = valuesOf(blocks, view.values);
	view.errors = {};
}

function newHash(sim: Sim): string {
	return `${Math.floor(sim.now() / 1000)}.${sim.ids.next("").toLowerCase()}`;
}

export function modalsOf(state: TeamState, user: string): StoredView[] {
	return state.modals.get(user) ?? [];
}

export function topModal(
	state: TeamState,
	user: string,
): StoredView | undefined {
	return modalsOf(state, user).at(-1);
}

/** Any open view or Home of the workspace, by its id or external id. */
export function findView(
	state: TeamState,
	by: { id?: string | undefined; external?: string | undefined },
): StoredView | undefined {
	const all = [...state.homes.values(), ...state.modals.values()].flat();
	return all.find(
		(view) =>
			view.id === by.id ||
			(by.external !== undefined && view.sent.external_id === by.external),
	);
}

/** Takes the view off its stack, and those above it. */
export function dropModal(state: TeamState, view: StoredView): void {
	const stack = modalsOf(state, view.owner);
	state.modals.set(view.owner, stack.slice(0, stack.indexOf(view)));
}

/** A view as the Web API and payloads show it. */
export function viewObject(
	sim: Sim,
	{ team }: TeamState,
	view: StoredView,
): Record<string, unknown> {
	const { sent } = view;
	return {
		id: view.id,
		team_id: team.id,
		type: view.type,
		blocks: view.blocks,
		private_metadata: sent.private_metadata ?? "",
		callback_id: sent.callback_id ?? "",
		state: { values: view.values },
		hash: view.hash,
		title: sent.title ?? { type: "plain_text", text: "View Title" },
		clear_on_close: sent.clear_on_close ?? false,
		notify_on_close: sent.notify_on_close ?? false,
		close: sent.close ?? null,
		submit: sent.submit ?? null,
		previous_view_id: view.previous,
		root_view_id: view.root,
		app_id: sim.world.appId,
		external_id: sent.external_id ?? "",
		app_installed_team_id: team.id,
		bot_id: team.botId,
	};
}
