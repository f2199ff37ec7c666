import {
	elementsIn,
	optionsOf,
	type Placed,
} from "../../simulator/elements.ts";
import type { Block, StateValues, Surface } from "../../simulator/surface.ts";
import { isObject, readRich, readText, readValue } from "./driver-words.ts";

/** A block as the lines a person reads. */
export function readBlock(
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
			const fields = list(block.fields).map(read);
			return lines(read(block.text), ...fields, ...elements);
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
		case "context":
			return list(block.elements)
				.map((each) => (isImage(each) ? String(each.alt_text) : read(each)))
				.join(" ");
		case "rich_text":
			return readRich(block, people);
		case "data_visualization":
			return readChart(block);
		case "data_table":
		case "table":
			return list(block.rows)
				.map((row) => list(row).map((cell) => readRich(cell, people)))
				.map((cells) => cells.join(" | "))
				.join("\n");
		default:
			throw new Error(`The driver cannot read a block "${block.type}".`);
	}
}

/** The title, and each value with what it stands for. */
function readChart({ title, chart }: Block): string {
	const { segments, series } = isObject(chart) ? chart : {};
	const read = (points: unknown) =>
		list(points)
			.filter(isObject)
			.map(({ label, value }) => `${label} ${value}`)
			.join(", ");
	const drawn = list(series)
		.filter(isObject)
		.map(({ name, data }) => `${name}: ${read(data)}`);
	return lines(String(title), read(segments), ...drawn);
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

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function isImage(value: unknown): value is { alt_text: unknown } {
	return isObject(value) && value.type === "image";
}

export function lines(...parts: string[]): string {
	return parts.filter((part) => part !== "").join("\n");
}
