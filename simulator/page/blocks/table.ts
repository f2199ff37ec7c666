import type { TableBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { PlainText } from "../text/plain.ts";
import { RichText } from "./rich-text.ts";

type Cell = TableBlock["rows"][number][number];

/** The first row is the head, as Slack shows it. */
export function Table({ block }: { block: TableBlock }): ComponentChildren {
	const [head = [], ...rows] = block.rows;
	const align = (column: number) =>
		`text-align: ${block.column_settings?.[column]?.align ?? "left"}`;
	return html`<div class="block-table" role="region" aria-label="Table" tabindex="0">
		<table>
			<thead>
				<tr>
					${head.map(
						(cell, column) =>
							html`<th scope="col" style=${align(column)}>${h(CellView, { cell })}</th>`,
					)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) => html`<tr>
						${row.map(
							(cell, column) =>
								html`<td style=${align(column)}>${h(CellView, { cell })}</td>`,
						)}
					</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

/** A cell of either kind of table. */
export function CellView({ cell }: { cell: Cell }): ComponentChildren {
	if (cell.type === "rich_text") return h(RichText, { block: cell });
	return h(PlainText, { text: cell.text });
}
