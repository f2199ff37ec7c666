import type {
	Block,
	Message,
	Place,
	StateValues,
	Surface,
	View,
} from "../../simulator/surface.ts";
import { lines, readBlock } from "./driver-blocks.ts";
import { readText } from "./driver-words.ts";

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
	const words =
		blocks.length > 0
			? blocks.map((block) => readBlock(surface, block, values))
			: [readText({ type: "mrkdwn", text: message.text }, surface.people)];
	const files = message.files.map(({ title }) => `[file ${title}]`);
	const text = lines(...words, ...files);
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
