import type { Ids } from "./ids.ts";
import type { Option } from "./state.ts";
import type { Block } from "./surface.ts";

/** Something in a block that one can click or fill. */
export type Element = {
	type: string;
	action_id: string;
	[key: string]: unknown;
};

export type Placed = {
	block: Block;
	element: Element;
	/** In an input block: sent with the view unless the block dispatches. */
	isInput: boolean;
};

type Raw = Record<string, unknown>;

export const isRaw = (value: unknown): value is Raw =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Copies blocks, with the ids Slack makes up where the app gave none. */
export function nameBlocks(blocks: unknown, ids: Ids): Block[] {
	const copies = Array.isArray(blocks) ? structuredClone(blocks) : [];
	return copies.filter(isRaw).map((block) => {
		for (const element of rawElements(block)) {
			if (typeof element.type === "string" && element.type !== "image")
				element.action_id ??= ids.next("a");
		}
		const { type, block_id } = block;
		return {
			...block,
			type: String(type),
			block_id: typeof block_id === "string" ? block_id : ids.next("b"),
		};
	});
}

function rawElements(block: Raw): Raw[] {
	const inside = {
		input: [block.element],
		section: [block.accessory],
		actions: Array.isArray(block.elements) ? block.elements : [],
	}[String(block.type)];
	return (inside ?? []).filter(isRaw);
}

export function elementsIn(blocks: Block[]): Placed[] {
	return blocks.flatMap((block) =>
		rawElements(block).flatMap((element) => {
			const { type, action_id } = element;
			if (typeof type !== "string" || typeof action_id !== "string") return [];
			const isInput = block.type === "input";
			return [{ block, element: { ...element, type, action_id }, isInput }];
		}),
	);
}

export function findElement(
	blocks: Block[],
	block_id: string,
	action_id: string,
): Placed | undefined {
	return elementsIn(blocks).find(
		({ block, element }) =>
			block.block_id === block_id && element.action_id === action_id,
	);
}

/** Of select menus, radios, checkboxes and overflows; groups laid flat. */
export function optionsOf(element: Element): Option[] {
	const groups = Array.isArray(element.option_groups)
		? element.option_groups
		: [];
	return [element, ...groups].flatMap((holder) =>
		isRaw(holder) && Array.isArray(holder.options)
			? (holder.options as Option[])
			: [],
	);
}
