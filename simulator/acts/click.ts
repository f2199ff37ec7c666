import { type Element, findElement, type Placed } from "../elements.ts";
import { fail } from "../notices.ts";
import { interactionBase, responseUrl, spotPayload } from "../payloads.ts";
import type { Sim } from "../sim.ts";
import { findSpot, type Spot } from "../spot.ts";
import { nextTs, type TeamState } from "../state.ts";
import type { ActResult, InputValue, Place } from "../surface.ts";
import type { SlackUser } from "../world.ts";
import { acceptValue } from "./choice.ts";

export type Touch = {
	place: Place;
	block_id: string;
	action_id: string;
	value: InputValue;
	/** Enter was pressed in a text. */
	enter?: boolean;
};

/** Someone clicks a button, or fills something; sent when Slack would. */
export async function touch(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: Touch,
): Promise<ActResult> {
	const spot = findSpot(state, user.id, act.place);
	const placed = spot && findElement(spot.blocks, act.block_id, act.action_id);
	if (!placed) return fail(sim, state, user.id, "This is no longer there.");
	const { element, isInput, block } = placed;
	const isButton = element.type === "button";
	const value = isButton
		? { type: "button" }
		: acceptValue(sim.world, state, user.id, placed, spot.filled, act.value);
	if (value === null)
		return fail(sim, state, user.id, "This cannot be chosen here.");

	if (!isButton && element.type !== "overflow") {
		const values = spot.filled.values[block.block_id] ?? {};
		values[element.action_id] = value;
		spot.filled.values[block.block_id] = values;
		sim.changes.bump(state.team.id);
	}
	if (isInput && !dispatches(placed, act.enter ?? false)) return { ok: true };
	return sendAction(sim, state, user, spot, placed, value);
}

/** An input block is silent unless it dispatches; text then waits for Enter. */
function dispatches({ block, element }: Placed, enter: boolean): boolean {
	if (block.dispatch_action !== true) return false;
	if (!/_input$/.test(element.type)) return true;
	const config = element.dispatch_action_config;
	const triggers =
		typeof config === "object" &&
		config !== null &&
		"trigger_actions_on" in config &&
		Array.isArray(config.trigger_actions_on)
			? config.trigger_actions_on
			: ["on_enter_pressed"];
	return (
		triggers.includes("on_character_entered") ||
		(enter && triggers.includes("on_enter_pressed"))
	);
}

async function sendAction(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	spot: Spot,
	{ block, element }: Placed,
	value: InputValue,
): Promise<ActResult> {
	const team = state.team.id;
	const view =
		spot.kind === "view" && spot.view.type === "modal" ? spot.view : null;
	const answer = await sim.callApp({
		type: "interactive",
		name: "block_actions",
		what: `block_actions ${element.action_id}`,
		team,
		payload: {
			type: "block_actions",
			...interactionBase(sim, state, user),
			trigger_id: sim.triggers.issue({
				team,
				user: user.id,
				view: view?.id ?? null,
			}),
			...spotPayload(sim, state, spot),
			...(spot.kind === "message" && {
				response_url: responseUrl(
					sim,
					team,
					user.id,
					spot.conversation,
					spot.message,
				),
			}),
			actions: [
				{
					...described(element),
					...value,
					action_id: element.action_id,
					block_id: block.block_id,
					action_ts: nextTs(state, sim.now()),
				},
			],
		},
	});
	return answer.ok
		? { ok: true }
		: fail(sim, state, user.id, `${sim.world.appName} is not responding.`);
}

/** What Slack repeats of an element in the action. */
function described(element: Element): Record<string, unknown> {
	const { type, text, value, style, url, confirm, placeholder } = element;
	const fields =
		type === "button"
			? { text, value, style, url, confirm }
			: { placeholder, confirm };
	return Object.fromEntries(
		Object.entries(fields).filter(([, content]) => content !== undefined),
	);
}
