import { findElement, optionsOf } from "../elements.ts";
import { interactionBase, spotPayload } from "../payloads.ts";
import { checkOptions } from "../rules/check.ts";
import type { Sim } from "../sim.ts";
import { findSpot } from "../spot.ts";
import type { Option, TeamState } from "../state.ts";
import type { Query, Suggestions } from "../surface.ts";
import type { SlackUser } from "../world.ts";

/** Slack waits for this many characters unless the element says otherwise. */
const defaultMinQuery = 3;

/** What an external select offers; nothing when the app fails, as in Slack. */
export async function suggest(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	{ place, block_id, action_id, query }: Query,
): Promise<Suggestions> {
	const spot = findSpot(state, user.id, place);
	const placed = spot && findElement(spot.blocks, block_id, action_id);
	if (!placed || !/external_select$/.test(placed.element.type))
		return { options: [] };
	const minimum = Number(placed.element.min_query_length ?? defaultMinQuery);
	if (query.length < minimum) return { options: [] };

	const answer = await sim.callApp({
		type: "interactive",
		name: "block_suggestion",
		what: `block_suggestion ${action_id}`,
		team: state.team.id,
		payload: {
			type: "block_suggestion",
			...interactionBase(sim, state, user),
			...spotPayload(sim, state, spot),
			block_id,
			action_id,
			value: query,
		},
	});
	if (!answer.ok) return { options: [] };
	const [problem] = checkOptions(answer.body);
	if (problem) {
		sim.log(`options refused: ${problem.message}`);
		return { options: [] };
	}
	const options = optionsOf({ type: "", action_id, ...Object(answer.body) });
	const key = `${block_id} ${action_id}`;
	const before = spot.filled.offered[key] ?? [];
	spot.filled.offered[key] = [...options, ...before];
	return { options: options.map(asSuggestion) };
}

function asSuggestion({ text, value, description }: Option) {
	return {
		text: text.text,
		value,
		...(description && { description: description.text }),
	};
}
