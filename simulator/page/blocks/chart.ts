import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import type { AxesChart, ChartBlock, PieChart } from "../kit.ts";
import { PlainText } from "../text/plain.ts";

/** One bar: what it stands for, and of which series. */
type Bar = { label: string; name: string; value: number; series: number };

/**
 * Every chart as bars with their values written beside them: what kind of
 * chart Slack draws is told above, and no number is read off a colour.
 */
export function Chart({ block }: { block: ChartBlock }): ComponentChildren {
	const { title, chart } = block;
	const bars = chart.type === "pie" ? slicesOf(chart) : barsOf(chart);
	const largest = Math.max(...bars.map(({ value }) => value), 0);
	return html`<figure class="block-chart" data-chart=${chart.type}>
		<figcaption>${h(PlainText, { text: title })}</figcaption>
		<dl>
			${bars.map((bar) => h(BarView, { bar, largest }))}
		</dl>
	</figure>`;
}

const slicesOf = ({ segments }: PieChart): Bar[] =>
	segments.map(({ label, value }) => ({ label, name: "", value, series: 0 }));

/** Grouped by category, as the reader compares the series of one. */
const barsOf = ({ series, axis_config }: AxesChart): Bar[] =>
	axis_config.categories.flatMap((label, index) =>
		series.map(({ name, data }, number) => ({
			label,
			name: series.length > 1 ? name : "",
			value: data[index]?.value ?? 0,
			series: number,
		})),
	);

function BarView({
	bar: { label, name, value, series },
	largest,
}: {
	bar: Bar;
	largest: number;
}): ComponentChildren {
	const share = largest > 0 ? Math.max(0, value / largest) : 0;
	return html`<div class="chart-bar" data-series=${series}>
		<dt>
			${h(PlainText, { text: name === "" ? label : `${label}, ${name}` })}
		</dt>
		<dd>
			<span class="chart-length" style=${`inline-size: ${share * 70}%`}></span>
			<span>${value}</span>
		</dd>
	</div>`;
}
