import {
	elementsIn,
	optionsOf,
	type Placed,
} from "../../simulator/elements.ts";
import type {
	Block,
	Message,
	Place,
	StateValues,
	Surface,
	View,
} from "../../simulator/surface.ts";
import { readDeep, readText, readValue } from "./driver-words.ts";

/** A message or a view with the text a person reads in it. */
export type Spot = {
	place: Place;
	blocks: Block[];
	values: StateValues;
	text: string;
};

export function viewSpot(surface: Surface, view: View): Spot {
	const { blocks, values, errors } = view;
	const buttons = [view.close, view.submit]
		.filter((label) => label !== null)
		.map((label) => `[${label}]`)
		.join(" ");
	const text = lines(
		view.title,
		...blocks.map((block) =>
			lines(readBlock(surface, block, values), errors[block.block_id] ?? ""),
		),
		buttons,
	);
	return { place: { kind: "view", view_id: view.id }, blocks, values, text };
}

export function messageSpot(
	surface: Surface,
	conversation: string,
	message: Message,
): Spot {
	const { blocks, values, ts } = message;
	const text =
		blocks.length > 0
			? lines(...blocks.map((block) => readBlock(surface, block, values)))
			: readText({ type: "mrkdwn", text: message.text }, surface.people);
	return { place: { kind: "message", conversation, ts }, blocks, values, text };
}

/** All messages this person sees, the oldest first. */
export function messageSpots(surface: Surface): Spot[] {
	return surface.conversations
		.flatMap(({ id, messages }) =>
			messages.map((message) => ({
				ts: message.ts,
				spot: messageSpot(surface, id, message),
			})),
		)
		.sort((a, b) => (a.ts < b.ts ? -1 : 1))
		.map(({ spot }) => spot);
}

/** Everything before a person's eyes, for errors and for looking. */
export function readScreen(surface: Surface): string {
	const { me, team, modals, home, conversations, notices } = surface;
	const parts = [
		`=== ${me.name} at ${team.name} ===`,
		...modals.map((view) => `--- modal ---\n${viewSpot(surface, view).text}`),
		home ? `--- home ---\n${viewSpot(surface, home).text}` : "",
		...conversations
			.filter(({ messages }) => messages.length > 0)
			.map(
				({ id, name, messages }) =>
					`--- ${name} ---\n${messages
						.map((message) => {
							const author = surface.people.find(
								({ id }) => id === message.user,
							);
							const seen = message.ephemeral ? " (only you see this)" : "";
							const { text } = messageSpot(surface, id, message);
							return `${author?.name ?? message.user}${seen}: ${text}`;
						})
						.join("\n")}`,
			),
		...notices.map(({ text }) => `--- Slack says: ${text}`),
	];
	return lines(...parts);
}

function readBlock(
	surface: Surface,
	block: Block,
	values: StateValues,
): string {
	const { people } = surface;
	const read = (value: unknown) => readText(value, people);
	const elements = elementsIn([block]).map((placed) =>
		readElement(surface, placed, values),
	);
	switch (block.type) {
		case "section": {
			const fields = Array.isArray(block.fields) ? block.fields : [];
			return lines(read(block.text), ...fields.map(read), ...elements);
		}
		case "actions":
			return elements.join(" ");
		case "input":
			return lines(...elements, read(block.hint));
		case "header":
			return read(block.text);
		case "markdown":
			return String(block.text);
		case "divider":
			return "";
		case "image":
			return lines(read(block.title), String(block.alt_text));
		default:
			return readDeep(block.elements ?? block.rows ?? block, people);
	}
}

/** Buttons as [Label], inputs as "Label: value". */
function readElement(
	surface: Surface,
	{ block, element, isInput }: Placed,
	values: StateValues,
): string {
	const { people } = surface;
	if (element.type === "button") return `[${readText(element.text, people)}]`;
	const options = optionsOf(element).map(({ text }) => readText(text, people));
	if (element.type === "overflow") return `[... ${options.join(" | ")}]`;
	if (element.type === "image") return String(element.alt_text);
	const label = readText(isInput ? block.label : element.placeholder, people);
	const value = values[block.block_id]?.[element.action_id];
	const said = `${label || element.type}: ${readValue(value, surface)}`.trim();
	const isOpen = /^(radio_buttons|checkboxes)$/.test(element.type);
	return isOpen ? lines(said, ...options.map((each) => `( ) ${each}`)) : said;
}

function lines(...parts: string[]): string {
	return parts.filter((part) => part !== "").join("\n");
}
