import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { checkMessage, checkView } from "../../simulator/rules/check.ts";
import type { Published } from "../../src/reports/candidate.ts";
import { csvMessage } from "../../src/reports/csv.views.ts";
import { definitionsModal } from "../../src/reports/definitions.views.ts";
import { topicKey } from "../../src/reports/people-figures.ts";
import type { Release } from "../../src/reports/published.ts";
import type { Report } from "../../src/reports/report.ts";
import { reportMessage } from "../../src/reports/report.views.ts";
import { reportModal } from "../../src/reports/report-page.views.ts";
import { statsMessage } from "../../src/reports/stats.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { guard } from "../../src/workspaces/directory-csv.ts";
import { odd, released } from "../support/any-release.ts";

const text = textFor("en");
const program = "Mentoring at Acme";
const asOf = "2026-03-02T09:00:00.000Z";

describe("whatever there is to say, Slack takes it", () => {
	test("messages, plainer ones, pages and stats", () => {
		fc.assert(
			fc.property(released, ({ report }) => {
				const message = reportMessage(report, text);
				const said = message.text.mrkdwn;
				for (const labels of chartLabels(message.blocks))
					expect(new Set(labels).size).toBe(labels.length);
				for (const blocks of [message.blocks, message.plainer])
					expect(checkMessage({ text: said, blocks })).toEqual([]);
				const stats = statsMessage(report, text);
				const { blocks } = stats;
				expect(checkMessage({ text: stats.text.mrkdwn, blocks })).toEqual([]);
				expect(checkView(pageOf(report))).toEqual([]);
			}),
			{ numRuns: 25 },
		);
		expect(checkView(definitionsModal(text))).toEqual([]);
	}, 60_000);

	test("a name that a spreadsheet would run is text in the file", () => {
		const figures: Published[] = [
			{
				...{ id: "departmentsWaiting", asOf, kind: "table" },
				people: { is: "number", value: 50 },
				rows: odd.map((one) => ({
					names: [one],
					people: { is: "number", value: 10 },
					columns: {},
				})),
			},
		];
		const topics = odd.map((name, n) => ({ topicId: `${n}-t`, name }));
		for (const { topicId } of topics)
			figures.push({
				...{ id: topicKey(topicId, "waiting"), asOf, kind: "share" },
				...{ people: { is: "hidden" }, yes: { is: "hidden" } },
			});
		const release: Release = {
			...{ releaseId: "r", programId: "p", madeAt: new Date(asOf), figures },
			...{ cohortId: null, quotes: 0 },
		};
		const { content } = csvMessage(release, { program, topics }, text).file;
		const cells: string[][] = parse(String(content), { bom: true });
		const names = cells.map(([, of = ""]) => of);
		for (const one of odd)
			expect(names.filter((of) => of === guard(one)).length).toBe(
				cells.filter(([, of]) => of?.endsWith(one)).length,
			);
		expect(guard("=1+1")).toBe("'=1+1");
		expect(names).toEqual(
			expect.arrayContaining(["'+1", "'-1", "'@channel", "'\tTab"]),
		);
		expect(names).toEqual(
			expect.arrayContaining(["قسم الهندسة والبحث العلمي", "D".repeat(200)]),
		);
	});

	test("no cell of the file is a formula, and every name is in it", () => {
		fc.assert(
			fc.property(released, ({ report, topics }) => {
				const { content } = csvMessage(
					report.release,
					{ program, topics },
					text,
				).file;
				const cells: string[][] = parse(String(content), { bom: true });
				for (const cell of cells.flat())
					expect(cell).not.toMatch(/^[=+\-@\t\r]/);
				const names = new Set(cells.map(([, of = ""]) => of));
				for (const { topicId, name } of topics)
					if (
						report.release.figures.some(
							({ id }) => id === topicKey(topicId, "waiting"),
						)
					)
						expect([...names]).toContainEqual(
							expect.stringContaining(name.trim().slice(0, 5)),
						);
			}),
			{ numRuns: 25 },
		);
	}, 60_000);
});

type Chart = { chart?: { axis_config: { categories: string[] } } };

const chartLabels = (blocks: object[]): string[][] =>
	blocks.flatMap(({ chart }: Chart) =>
		chart ? [chart.axis_config.categories] : [],
	);

function pageOf(report: Report) {
	return reportModal(
		{
			programId: report.release.programId,
			program,
			channel: "C0MENTORING",
			posting: { is: "never", tries: 0 },
			latest: { report, isFresh: false },
			todos: null,
		},
		text,
	);
}
