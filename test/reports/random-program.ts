import { type Random, seededRandom } from "../../simulator/demo/random.ts";
import type { Cohort } from "../../src/programs/cohort.ts";
import {
	type Candidate,
	noDepartment,
	type Table,
} from "../../src/reports/candidate.ts";
import { candidatesOf } from "../../src/reports/figures.ts";
import { noRows } from "../support/program-rows.ts";
import {
	type CohortRun,
	drawCohorts,
	signUp,
	summarize,
	summaryFigures,
} from "./random-cohorts.ts";
import {
	categoryOf,
	drawDepartment,
	drawMember,
	erase,
	isAsked,
	live,
	type Member,
	type PercentOf,
	saysYes,
	scoreOf,
	timeOf,
} from "./random-member.ts";

/** What could be published of a program, release by release. */
export type ProgramRun = {
	seed: number;
	/** Nobody's answer ever changes: the easiest for an attacker. */
	isSteady: boolean;
	releases: ReleaseRun[];
};
export type ReleaseRun = {
	at: string;
	candidates: Candidate[];
	/** The listed topics at that time. */
	topics: { topicId: string; name: string }[];
	/** Those who were erased before it. */
	erased: string[];
	/** Of which it is the summary; null: it is the program's report. */
	cohort: Cohort | null;
};

const departmentNames = ["Data", "Design", "Law", "Sales", "Support", "Web"];
const topicNames = ["Art", "Baking", "Chess", "Dance", "Echo", "Fishing"];
/** In percent: who says yes to a question. */
const shares = [3, 15, 30, 50, 70, 90, 98];

export const reportCount = 12;
/** A release of all figures takes long, and most of them are of one kind. */
const mostFigures = 9;

/** The same program for the same seed: twelve reports, and cohorts' summaries. */
export function drawProgram(seed: number): ProgramRun {
	const random = seededRandom(seed);
	const isSteady = random.chance(60);
	const departments = [
		...random.some(departmentNames, 1 + random.below(departmentNames.length)),
		...(random.chance(60) ? [noDepartment] : []),
	];
	const pace = random.pick([0, 2, 5, 10, 25]);
	const percents = new Map<string, number>();
	const percentOf = (question: string): number => {
		const percent = percents.get(question) ?? random.pick(shares);
		percents.set(question, percent);
		return percent;
	};
	const members: Member[] = [];
	let people = 0;
	const join = (count: number, joined: number, own?: string) => {
		for (let left = count; left > 0; left--) {
			const department = own ?? drawDepartment(random, departments);
			const id = `p${people++}`;
			members.push(drawMember(random, { id, department, joined }));
		}
	};
	join(random.pick([10, 15, 25, 40, 60, 90, 150]), 0);
	const isDrawn = chooseFigures(random);
	const cohorts = drawCohorts(seed);
	const releases = Array.from({ length: reportCount }, (_, month) => {
		const erased: string[] = [];
		if (month > 0) {
			const size = members.filter(({ isIn }) => isIn).length;
			join(random.below(1 + Math.ceil((2 * pace * size) / 100)), month);
			if (random.chance(25))
				join(4 + random.below(5), month, random.pick(departments));
			live(random, members, { pace, departments, isSteady });
			if (random.chance(pace)) erased.push(...erase(random, members));
		}
		for (const run of cohorts) signUp(run, cohorts, month, members);
		const topics = topicNames
			.slice(0, 2 + Math.floor(month / 3))
			.map((name, at) => ({ topicId: `0${at}`, name }));
		const at = new Date(Date.UTC(2026, month, 1)).toISOString();
		const blank = candidatesOf(
			{ ...noRows, listed: topics.map(({ topicId }) => topicId) },
			new Date(at),
		);
		const report: ReleaseRun = {
			...{ at, topics, erased, cohort: null },
			candidates: blank
				.filter(({ id }) => isDrawn(id))
				.map((one) => fill(one, members, percentOf)),
		};
		const over = cohorts.filter(({ until }) => until === month);
		const summaries = over.flatMap((run) => {
			if (run.isLate) live(random, members, { pace, departments, isSteady });
			const some = summaryFigures(run, isDrawn);
			return summaryOf(run, month, members, percentOf, some);
		});
		return [report, ...summaries];
	});
	return { seed, isSteady, releases: releases.flat() };
}

/** An hour after a report, when nothing has changed, or two weeks. */
function summaryOf(
	run: CohortRun,
	month: number,
	members: readonly Member[],
	percentOf: PercentOf,
	some: ReadonlySet<string>,
): ReleaseRun[] {
	const time = Date.UTC(2026, month, run.isLate ? 15 : 1, 1);
	const at = new Date(time).toISOString();
	const candidates = summarize(run, members, percentOf, at);
	return candidates
		? [
				{
					...{ at, topics: [], erased: [], cohort: run.cohort },
					candidates: candidates.filter(({ id }) => some.has(id)),
				},
			]
		: [];
}

/** Enrolled is always there; of topics, all or none. */
function chooseFigures(random: Random): (id: string) => boolean {
	const ids = candidatesOf(noRows, new Date(0)).map(({ id }) => id);
	const chosen = new Set(["enrolled", ...random.some(ids, mostFigures)]);
	const hasTopics = random.chance(25);
	return (id) => (id.startsWith("topic.") ? hasTopics : chosen.has(id));
}

function fill(
	blank: Candidate,
	members: readonly Member[],
	percentOf: PercentOf,
): Candidate {
	const { id } = blank;
	const present = members.filter(({ isIn }) => isIn);
	const asked = present.filter((member) => isAsked(id, member));
	const ids = (some: readonly Member[]) => new Set(some.map(({ id }) => id));
	const yes = (some: readonly Member[], question: string) =>
		ids(some.filter((it) => saysYes(it, question, percentOf)));
	const values = (of: (member: Member) => number) =>
		new Map(asked.map((it) => [it.id, of(it)] as const));
	switch (blank.kind) {
		case "count":
			return { ...blank, people: ids(asked) };
		case "share":
			return { ...blank, people: ids(asked), yes: yes(asked, id) };
		case "mean":
			return { ...blank, values: values((it) => scoreOf(it, id, percentOf)) };
		case "median":
			return { ...blank, values: values((it) => timeOf(it, id)) };
		case "split": {
			const names = [...blank.categories.keys()];
			const of = (name: string) =>
				ids(asked.filter((it) => categoryOf(it, id, names) === name));
			return {
				...blank,
				categories: new Map(names.map((name) => [name, of(name)])),
			};
		}
		case "table":
			return fillTable(blank, present, yes);
	}
}

function fillTable(
	blank: Table,
	present: readonly Member[],
	yes: (some: readonly Member[], question: string) => Set<string>,
): Table {
	const byName = Map.groupBy(present, ({ department }) => department);
	return {
		...blank,
		departments: new Map(
			[...byName].map(([name, some]) => [
				name,
				new Set(some.map(({ id }) => id)),
			]),
		),
		columns: blank.columns.map(({ id }) => ({ id, yes: yes(present, id) })),
	};
}
