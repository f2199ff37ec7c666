import type { KnownBlock } from "@slack/types";
import { barChart, mostPoints } from "../slack/charts.ts";
import type { Text } from "../slack/text.ts";
import type { Amount } from "./candidate.ts";
import { departmentRows } from "./department-rows.ts";
import { categoryName, departmentName } from "./figure-words.views.ts";
import { figureOf } from "./published.ts";
import type { Report } from "./report.ts";

/** At most two charts, of numbers that are shown; none of fewer than two. */
export const charts = (report: Report, text: Text): KnownBlock[] =>
	[healthChart(report, text), departmentChart(report, text)].flatMap(
		(chart) => chart ?? [],
	);

const numberOf = (amount: Amount | null): number | null =>
	amount?.is === "number" ? amount.value : null;

function healthChart({ release }: Report, text: Text): KnownBlock | null {
	const health = figureOf(release, "health");
	const rows = health?.kind === "split" ? health.rows : [];
	const points = rows.flatMap((row) => {
		const value = numberOf(row.people);
		return value === null ? [] : [{ label: categoryName(row, text), value }];
	});
	const people = text.plain("reports:report.peopleAxis");
	return points.length < 2
		? null
		: barChart({
				title: text.plain("reports:report.healthChart"),
				axes: { x: text.plain("reports:figure.health.name"), y: people },
				series: [{ name: people, points }],
			});
}

function departmentChart({ release }: Report, text: Text): KnownBlock | null {
	const shown = departmentRows(release)
		.rows.filter(({ names }) => names.length === 1)
		.flatMap((row) => {
			const { people, columns } = row;
			const [enrolled, mentoring] = [
				numberOf(people),
				numberOf(columns.mentoring),
			];
			return enrolled === null || mentoring === null
				? []
				: [{ label: departmentName(row, text), enrolled, mentoring }];
		})
		.slice(0, mostPoints);
	if (shown.length < 2) return null;
	const points = (key: "enrolled" | "mentoring") =>
		shown.map((row) => ({ label: row.label, value: row[key] }));
	return barChart({
		title: text.plain("reports:report.departmentChart"),
		axes: {
			x: text.plain("reports:report.departmentAxis"),
			y: text.plain("reports:report.peopleAxis"),
		},
		series: [
			{ name: text.plain("reports:column.people"), points: points("enrolled") },
			{
				name: text.plain("reports:column.mentoring"),
				points: points("mentoring"),
			},
		],
	});
}
