import { channelsFor } from "../conversations.ts";
import { type Element, optionsOf, type Placed } from "../elements.ts";
import { offersOf } from "../page/offers.ts";
import { everyone, findUser, toPerson } from "../people.ts";
import type { Filled, Option, TeamState } from "../state.ts";
import type { InputValue } from "../surface.ts";
import { holdsSeveral, valueKey } from "../values.ts";
import type { World } from "../world.ts";

const formats: Record<string, RegExp> = {
	selected_date: /^\d{4}-\d\d-\d\d$/,
	selected_time: /^\d\d:\d\d$/,
	selected_date_time: /^\d{10}$/,
};

/**
 * The value as Slack's client would hold it, or null when nobody could have
 * chosen it: an option that is not there, a date that is none.
 */
export function acceptValue(
	world: World,
	state: TeamState,
	user: string,
	{ block, element }: Placed,
	filled: Filled,
	value: InputValue,
): InputValue | null {
	const key =
		element.type === "overflow" ? "selected_option" : valueKey(element.type);
	if (key === null || value.type !== element.type) return null;
	const given = value[key];
	const accept = (chosen: unknown): InputValue => ({
		type: element.type,
		[key]: chosen,
	});
	if (key === "value")
		return accept(typeof given === "string" && given !== "" ? given : null);
	if (key === "rich_text_value") return accept(given ?? null);
	if (key === "files") {
		// New ones are uploaded; those that are there may be taken out.
		const held = filled.values[block.block_id]?.[element.action_id]?.files;
		const kept = Array.isArray(given) ? given.map((file) => file?.id) : [];
		return accept(
			Array.isArray(held) ? held.filter(({ id }) => kept.includes(id)) : [],
		);
	}
	const format = formats[key];
	if (format)
		return given === null || format.test(String(given)) ? accept(given) : null;

	const isList = holdsSeveral(element.type);
	const wanted = isList ? given : given === null ? [] : [given];
	if (!Array.isArray(wanted)) return null;
	const limit = element.max_selected_items;
	if (typeof limit === "number" && wanted.length > limit) return null;
	const choose = chooser(world, state, user, element, [
		...(filled.offered[`${block.block_id} ${element.action_id}`] ?? []),
		...optionsIn(filled.values[block.block_id]?.[element.action_id]),
	]);
	const chosen = wanted.map(choose);
	if (chosen.includes(undefined)) return null;
	// A menu is nothing but a choice; a select may be emptied.
	if (element.type === "overflow" && chosen.length === 0) return null;
	return accept(isList ? chosen : (chosen[0] ?? null));
}

/** Finds what is meant among all there is to choose from. */
function chooser(
	world: World,
	state: TeamState,
	user: string,
	element: Element,
	offered: Option[],
): (wanted: unknown) => unknown {
	if (/^(multi_)?users_select$/.test(element.type))
		return (id) => findUser(world, state, String(id))?.id;
	if (/^(multi_)?(conversations|channels)_select$/.test(element.type)) {
		const offers = offersOf(element, {
			people: everyone(world, state).map(toPerson),
			conversations: [...state.conversations.values()].filter(({ members }) =>
				members.includes(user),
			),
			channels: channelsFor(state, user),
		});
		return (wanted) => offers.find(({ id }) => id === wanted)?.id;
	}
	const options = [...optionsOf(element), ...offered];
	return (wanted) => {
		const value =
			typeof wanted === "object" && wanted !== null && "value" in wanted
				? wanted.value
				: undefined;
		return options.find((option) => option.value === value);
	};
}

function optionsIn(value: InputValue | undefined): Option[] {
	const held = [value?.selected_option, value?.selected_options].flat();
	return held.filter(
		(option): option is Option => typeof option === "object" && option !== null,
	);
}
