import type { InputValue } from "../surface.ts";
import type { Naming } from "./combobox.ts";
import { usePage, useStage } from "./context.ts";
import type { Element } from "./kit.ts";

/** What an element needs to know of the place it stands in. */
export type Control = {
	value: InputValue;
	naming: Naming;
	/** Typed or chosen: an input keeps it, an action sends it. */
	change(value: InputValue): void;
	/** Enter in a text field: true when the field sends itself. */
	enter(): boolean;
};

/** An input block keeps what is typed; anywhere else a change is a click. */
export type Mode = { kind: "action" } | { kind: "input"; dispatches: boolean };

/** Ties one element of one block to the session. */
export function useControl(
	block: string,
	element: Element,
	mode: Mode,
	naming: Naming,
): Control {
	const { session, confirm } = usePage();
	const { place } = useStage();
	const value = session.valueOf(place, block, element);
	const at = { place, block_id: block, action_id: element.action_id ?? "" };
	const click = async (next: InputValue) => {
		const dialog = "confirm" in element ? element.confirm : undefined;
		if (dialog && !(await confirm(dialog))) return;
		await session.click({ type: "click", ...at, value: next });
	};
	return {
		value,
		naming,
		change(next) {
			if (mode.kind === "action") void click(next);
			else session.input({ type: "input", ...at, value: next });
		},
		enter() {
			if (mode.kind === "action" || !mode.dispatches || !onEnter(element))
				return false;
			const now = session.valueOf(place, block, element);
			session.input({ type: "input", ...at, value: now, enter: true });
			return true;
		},
	};
}

/** Slack's default; the other way is to send every character. */
function onEnter(element: Element): boolean {
	const config =
		"dispatch_action_config" in element
			? element.dispatch_action_config
			: undefined;
	return config?.trigger_actions_on?.includes("on_enter_pressed") ?? true;
}
