import type {
	ActionsBlock,
	Button,
	Checkboxes,
	ContextBlock,
	DataTableBlock,
	Datepicker,
	DateTimepicker,
	DividerBlock,
	EmailInput,
	FileInput,
	HeaderBlock,
	ImageBlock,
	ImageElement,
	InputBlock,
	MarkdownBlock,
	MultiSelect,
	NumberInput,
	Overflow,
	PlainTextInput,
	RadioButtons,
	RichTextBlock,
	SectionBlock,
	Select,
	TableBlock,
	Timepicker,
	URLInput,
} from "@slack/types";
import type { Block } from "../surface.ts";

type Point = { label: string; value: number };
export type PieChart = { type: "pie"; segments: Point[] };
export type AxesChart = {
	type: "bar" | "area" | "line";
	series: { name: string; data: Point[] }[];
	axis_config: { categories: string[]; x_label?: string; y_label?: string };
};
/** Slack's types do not know it yet. */
export type ChartBlock = {
	type: "data_visualization";
	title: string;
	chart: PieChart | AxesChart;
};

/** What the page can draw; anything else becomes a red box. */
export type KnownBlock = { block_id: string } & (
	| ActionsBlock
	| ChartBlock
	| ContextBlock
	| DataTableBlock
	| DividerBlock
	| HeaderBlock
	| ImageBlock
	| InputBlock
	| MarkdownBlock
	| RichTextBlock
	| SectionBlock
	| TableBlock
);

export type SelectElement = Select | MultiSelect;
export type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;
export type DateElement = Datepicker | DateTimepicker | Timepicker;
export type ChoiceElement = Checkboxes | RadioButtons;

/** What a person can work with; an image is only looked at. */
export type Element =
	| Button
	| Overflow
	| SelectElement
	| TextElement
	| DateElement
	| ChoiceElement
	| FileInput;

export type AnyElement = Element | ImageElement;

/** The rules of the core have accepted the block, so its type says it all. */
export function known(block: Block): KnownBlock {
	return block as unknown as KnownBlock;
}

/** Elements that live in this place hold something; buttons do not. */
export function isButton(element: Element): element is Button | Overflow {
	return element.type === "button" || element.type === "overflow";
}

/** Only http, https and mailto are followed: no link runs a script here. */
export function safeUrl(url: string): string | null {
	return /^(https?:\/\/|mailto:)/i.test(url) ? url : null;
}
