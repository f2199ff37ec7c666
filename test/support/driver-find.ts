import {
	type Element,
	elementsIn,
	optionsOf,
	type Placed,
} from "../../simulator/elements.ts";
import type { Act, InputValue, Surface } from "../../simulator/surface.ts";
import { messageSpots, type Spot, viewSpot } from "./driver-screen.ts";
import { fits, readText } from "./driver-words.ts";

/** One element on the screen, and where. */
export type Target = Placed & { spot: Spot };

/** Where a person would look, the nearest first. */
export function spotsInReach(
	surface: Surface,
	lookingAt: "home" | "messages",
): Spot[] {
	const modal = surface.modals.at(-1);
	if (modal) return [viewSpot(surface, modal)];
	const home = surface.home ? [viewSpot(surface, surface.home)] : [];
	const messages = messageSpots(surface).reverse();
	if (lookingAt === "messages") return [...messages, ...home];
	// A Home that is still to be published is waited for.
	return surface.home ? [...home, ...messages] : [];
}

function targetsIn(spots: Spot[]): Target[] {
	return spots.flatMap((spot) =>
		elementsIn(spot.blocks).map((placed) => ({ ...placed, spot })),
	);
}

/** Clicks for every button and menu entry with this label. */
export function findClicks(
	spots: Spot[],
	label: string | RegExp,
): Extract<Act, { type: "click" }>[] {
	return targetsIn(spots).flatMap((target) =>
		clickValues(target.element, label).map((value) => ({
			type: "click",
			...address(target),
			value,
		})),
	);
}

function clickValues(element: Element, label: string | RegExp): InputValue[] {
	const { type } = element;
	if (type === "overflow")
		return optionsOf(element)
			.filter((option) => fits(label, option.text.text))
			.map((selected_option) => ({ type, selected_option }));
	if (type !== "button") return [];
	const labels = [readText(element.text, []), element.accessibility_label];
	const isMeant = labels.some(
		(each) => typeof each === "string" && fits(label, each),
	);
	return isMeant ? [{ type }] : [];
}

/** The input with this label; outside of input blocks its placeholder too. */
export function findInput(
	spots: Spot[],
	label: string | RegExp,
	surface: Surface,
): Target | undefined {
	return targetsIn(spots)
		.filter(({ element }) => !/^(button|overflow|image)$/.test(element.type))
		.find(({ block, element }) =>
			[block.label, block.text, element.placeholder]
				.map((each) => readText(each, surface.people))
				.some((each) => each !== "" && fits(label, each)),
		);
}

export function address({ spot, block, element }: Target) {
	const { block_id } = block;
	return { place: spot.place, block_id, action_id: element.action_id };
}
