import type { Option } from "@slack/types";
import type { InputValue } from "../surface.ts";

/** What a text field holds; Slack keeps an empty one as null. */
export function textIn(value: InputValue): string {
	return typeof value.value === "string" ? value.value : "";
}

export function optionsIn(value: InputValue): Option[] {
	const one = value.selected_option as Option | null | undefined;
	const many = value.selected_options as Option[] | undefined;
	return many ?? (one ? [one] : []);
}

/** The ids a users, conversations or channels select holds. */
export function idsIn(value: InputValue): string[] {
	const held =
		value.selected_user ??
		value.selected_users ??
		value.selected_conversation ??
		value.selected_conversations ??
		value.selected_channel ??
		value.selected_channels ??
		[];
	return (Array.isArray(held) ? held : [held]).map(String);
}

/** The files a file input holds. */
export function filesIn(value: InputValue): { id: string; name: string }[] {
	return Array.isArray(value.files) ? value.files : [];
}

/** `datetime-local` speaks local wall-clock time, Slack Unix seconds. */
export function toLocalInput(seconds: number): string {
	const at = new Date(seconds * 1000);
	const local = at.getTime() - at.getTimezoneOffset() * 60_000;
	return new Date(local).toISOString().slice(0, 16);
}

export function fromLocalInput(text: string): number | null {
	return text === "" ? null : Math.floor(new Date(text).getTime() / 1000);
}
