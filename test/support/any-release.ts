import fc from "fast-check";
import type {
	Amount,
	Level,
	Published,
	Row,
} from "../../src/reports/candidate.ts";
import { candidatesOf } from "../../src/reports/figures.ts";
import { tableColumns, topicKey } from "../../src/reports/people-figures.ts";
import type { Release } from "../../src/reports/published.ts";
import { reportOf } from "../../src/reports/report.ts";
import { noRows } from "./program-rows.ts";

/** Releases of any shape, with departments and topics of any name. */

const asOf = "2026-03-02T09:00:00.000Z";
const earlier = "2026-02-02T09:00:00.000Z";
const limit = 5;

export const odd = [
	"=cmd|' /C calc'!A0",
	"+1",
	"-1",
	"@channel",
	"\tTab",
	"قسم الهندسة والبحث العلمي",
	"<!channel> & <https://example.com|click>",
	"👩‍👩‍👧‍👦".repeat(20),
	"Research and Development of the Northern Region",
	"Research and Development of the Southern Region",
	"D".repeat(200),
];
const name = fc.oneof(
	fc.constantFrom(...odd),
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
);
const amount: fc.Arbitrary<Amount> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.nat(100_000)
			.map((value): Amount => ({ is: "number", value })),
	},
	fc.constantFrom<Amount>(
		{ is: "under", limit },
		{ is: "nearlyAll", limit },
		{ is: "hidden" },
	),
);
const level: fc.Arbitrary<Level> = fc.oneof(
	fc.double({ min: 1, max: 5, noNaN: true }).map((mean): Level => {
		return { is: "number", value: Math.round(mean * 10) / 10 };
	}),
	fc.constantFrom<Level>(
		{ is: "between", low: 1, high: 2 },
		{ is: "from", low: 30 },
		{ is: "hidden" },
	),
);
const at = fc.constantFrom(asOf, earlier);
const rows = (names: fc.Arbitrary<string>, most: number) =>
	fc
		.uniqueArray(names, { maxLength: most })
		.chain((all) =>
			fc.record({
				people: fc.array(amount, { minLength: most, maxLength: most }),
				together: fc.nat(all.length),
				all: fc.constant(all),
			}),
		)
		.map(({ people, together, all }): Row[] =>
			[
				...all.slice(together).map((one) => [one]),
				...(together > 0 ? [all.slice(0, together)] : []),
			].map((names, nth) => ({
				names,
				people: people[nth] ?? people[0] ?? { is: "hidden" },
			})),
		);
const categories = fc.constantFrom("onTrack", "quiet", "finished", "time");

function figure(id: string, kind: Published["kind"]): fc.Arbitrary<Published> {
	const base = { id: fc.constant(id), asOf: at, people: amount };
	const shown: Record<Published["kind"], fc.Arbitrary<Published>> = {
		count: fc.record({ ...base, kind: fc.constant("count" as const) }),
		share: fc.record({
			...base,
			kind: fc.constant("share" as const),
			yes: amount,
		}),
		mean: fc.record({
			...base,
			kind: fc.constant("mean" as const),
			mean: level,
		}),
		median: fc.record({
			...base,
			kind: fc.constant("median" as const),
			unit: fc.constantFrom("days" as const, "hours" as const),
			median: level,
		}),
		split: fc.record({
			...base,
			kind: fc.constant("split" as const),
			rows: rows(categories, 4),
		}),
		table: fc.record({
			...base,
			kind: fc.constant("table" as const),
			rows: rows(name, 120).chain((some) =>
				fc.array(amount, { minLength: 3, maxLength: 3 }).map((cells) =>
					some.map((row) => ({
						...row,
						columns: Object.fromEntries(
							tableColumns.map((column, nth) => [
								column,
								cells[nth] ?? { is: "hidden" as const },
							]),
						),
					})),
				),
			),
		}),
		hidden: fc.record({
			id: fc.constant(id),
			asOf: at,
			kind: fc.constant("hidden" as const),
		}),
	};
	return fc.oneof({ weight: 6, arbitrary: shown[kind] }, shown.hidden);
}

const topics = fc
	.uniqueArray(name, { maxLength: 50 })
	.map((names) => names.map((one, n) => ({ topicId: `${n}-t`, name: one })));
const figures = fc.tuple(
	...candidatesOf(noRows, new Date(asOf)).map(({ id, kind }) =>
		figure(id, kind),
	),
);
export const released = fc
	.tuple(figures, figures, topics, amount)
	.map(([after, before, listed, waiting]) => {
		const ofTopics = listed.flatMap(({ topicId }): Published[] => [
			{
				...{ id: topicKey(topicId, "waiting"), asOf, kind: "share" },
				people: waiting,
				yes: waiting,
			},
		]);
		const release = (made: string, some: readonly Published[]): Release => ({
			releaseId: "00000000-0000-4000-8000-000000000001",
			programId: "00000000-0000-4000-8000-000000000002",
			...{ madeAt: new Date(made), figures: some },
			...{ cohortId: null, quotes: 0 },
		});
		return {
			report: reportOf({
				release: release(asOf, [...after, ...ofTopics]),
				before: release(earlier, before),
				program: "P".repeat(60),
				topics: listed,
				reader: { zone: "Europe/Berlin", locale: "en-US" },
			}),
			topics: listed,
		};
	});
