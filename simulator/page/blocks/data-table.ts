import type { DataTableBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { PlainText } from "../text/plain.ts";
import { CellView } from "./table.ts";

/** The first row is the head; one column names the rows. */
export function DataTable({
	block,
}: {
	block: DataTableBlock;
}): ComponentChildren {
	const [head = [], ...rows] = block.rows;
	const naming = block.row_header_column_index ?? 0;
	return html`<div class="block-table" role="region" aria-label=${block.caption} tabindex="0">
		<table>
			<caption>${h(PlainText, { text: block.caption })}</caption>
			<thead>
				<tr>
					${head.map((cell) => html`<th scope="col">${h(CellView, { cell })}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) => html`<tr>
						${row.map((cell, column) =>
							column === naming
								? html`<th scope="row">${h(CellView, { cell })}</th>`
								: html`<td data-kind=${cell.type}>${h(CellView, { cell })}</td>`,
						)}
					</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}
