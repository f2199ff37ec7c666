import { type ComponentChildren, h } from "preact";
import type { Block, Place } from "../../surface.ts";
import { type Stage, StageProvider } from "../context.ts";
import { html } from "../html.ts";
import { known } from "../kit.ts";
import { PlainText } from "../text/plain.ts";
import { Markdown } from "../text/rich.ts";
import { Unknown } from "../unknown.ts";
import { Actions } from "./actions.ts";
import { Chart } from "./chart.ts";
import { Context } from "./context.ts";
import { DataTable } from "./data-table.ts";
import { Image } from "./image.ts";
import { Input } from "./input.ts";
import { RichText } from "./rich-text.ts";
import { Section } from "./section.ts";
import { Table } from "./table.ts";

/** The blocks of a message or view, in their place. */
export function Blocks({
	blocks,
	place,
	errors = {},
}: {
	blocks: Block[];
	place: Place;
	errors?: Record<string, string>;
}): ComponentChildren {
	const value: Stage = { place, errors };
	const children = blocks.map((block) =>
		h(BlockView, { key: block.block_id, block }),
	);
	return h(StageProvider, {
		value,
		children: html`<div class="blocks">${children}</div>`,
	});
}

function BlockView({ block: raw }: { block: Block }): ComponentChildren {
	const block = known(raw);
	switch (block.type) {
		case "section":
			return h(Section, { block });
		case "header":
			return html`<h3 class="block-header">
				${h(PlainText, { text: block.text.text })}
			</h3>`;
		case "context":
			return h(Context, { block });
		case "divider":
			return html`<hr class="block-divider" />`;
		case "actions":
			return h(Actions, { block });
		case "input":
			return h(Input, { block });
		case "image":
			return h(Image, { block });
		case "rich_text":
			return h(RichText, { block });
		case "markdown":
			return h(Markdown, { text: block.text });
		case "data_visualization":
			return h(Chart, { block });
		case "data_table":
			return h(DataTable, { block });
		case "table":
			return h(Table, { block });
		default:
			return h(Unknown, { what: "block", value: raw });
	}
}
