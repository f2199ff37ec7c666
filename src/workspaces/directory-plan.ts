import {
	type DataColumn,
	type DirectoryData,
	dataColumns,
	type Problem,
	type ReadRow,
	type Wanted,
} from "./directory.ts";
import { findCircles } from "./directory-circles.ts";
import type { SlackPerson, Standing } from "./slack-person.ts";

/** Someone we know, and what is kept about them. */
export type KnownPerson = DirectoryData & {
	personId: string;
	slackUserId: string;
	name: string;
	standing: Standing;
};

/** What rows are judged by. Everybody goes by their Slack id. */
export type DirectoryWorld = {
	known: ReadonlyMap<string, KnownPerson>;
	/** People of the rows whom only Slack knows so far. */
	strangers: ReadonlyMap<string, SlackPerson>;
	idsByEmail: ReadonlyMap<string, string>;
	/** Ids of ours: whose data the manager who imports may not see. */
	hidden: ReadonlySet<string>;
};

export type BadRow = { line: number; who: string; problems: Problem[] };

/** What a row does to one person. */
export type Change = {
	slackUserId: string;
	name: string;
	/** null: not known before. */
	before: DirectoryData | null;
	after: DirectoryData;
	columns: DataColumn[];
	/** Of the importing manager's own line: done, and never shown. */
	isHidden: boolean;
};

/** Each good row is in one of the first four; `cleared` counts values. */
export type Counts = {
	fresh: number;
	changed: number;
	unchanged: number;
	/** Of the manager's own line: not compared, so that nothing shows. */
	hidden: number;
	cleared: number;
};

export type ImportPlan = {
	bad: BadRow[];
	changes: Change[];
	/** Ids of all strangers who are to be kept. */
	meets: string[];
	counts: Counts;
};

const nothing: DirectoryData = {
	department: null,
	level: null,
	location: null,
	manager: null,
};

/** Judges all rows, and says what they would change. Writes nothing. */
export function planImport(
	rows: readonly ReadRow[],
	world: DirectoryWorld,
): ImportPlan {
	const resolve = (who: string) => world.idsByEmail.get(who) ?? who;
	const all = rows.map((row) => ({ ...row, id: resolve(row.who) }));
	const firstLine = new Map<string, number>();
	for (const { id, line } of all)
		if (!firstLine.has(id)) firstLine.set(id, line);

	const managers = new Map<string, string | null>();
	const wanted = all.map((row): Wanted => {
		if (row.wanted.manager === undefined) return row.wanted;
		const manager = row.wanted.manager && resolve(row.wanted.manager);
		managers.set(row.id, manager);
		return { ...row.wanted, manager };
	});
	const circles = circlesOf(managers, firstLine, world);

	const plan: ImportPlan = {
		bad: [],
		changes: [],
		meets: [],
		counts: { fresh: 0, changed: 0, unchanged: 0, hidden: 0, cleared: 0 },
	};
	const meets = new Set<string>();
	for (const [index, row] of all.entries()) {
		const its = wanted[index] ?? {};
		const problems = [...row.problems];
		const first = firstLine.get(row.id);
		if (row.who && first !== undefined && first !== row.line)
			problems.push({ is: "twice", line: first });
		problems.push(...problemsOf(row.id, row.who, its, world));
		const circle = circles.get(row.id);
		if (circle)
			problems.push({
				is: "circle",
				lines: circle.filter((line) => line !== row.line),
			});
		if (problems.length > 0) {
			plan.bad.push({ line: row.line, who: row.who, problems });
			continue;
		}
		const change = changeOf(row.id, its, world);
		count(plan.counts, change);
		if (!change.before || change.columns.length > 0) plan.changes.push(change);
		for (const id of [row.id, its.manager ?? ""])
			if (world.strangers.has(id) && !world.known.has(id)) meets.add(id);
	}
	plan.meets = [...meets];
	return plan;
}

/** By the person of a row: the lines of the circle that it closes. */
function circlesOf(
	managers: ReadonlyMap<string, string | null>,
	firstLine: ReadonlyMap<string, number>,
	{ known }: DirectoryWorld,
): Map<string, number[]> {
	const managerOf = (id: string) => {
		const asked = managers.get(id);
		return asked === undefined ? (known.get(id)?.manager ?? null) : asked;
	};
	const found = new Map<string, number[]>();
	for (const circle of findCircles(managers.keys(), managerOf)) {
		// Alone in it is who is their own manager, which is said otherwise.
		if (circle.length < 2) continue;
		const ids = circle.filter((id) => managers.has(id));
		const lines = ids.map((id) => firstLine.get(id) ?? 0).sort((a, b) => a - b);
		for (const id of ids) found.set(id, lines);
	}
	return found;
}

function problemsOf(
	id: string,
	who: string,
	{ manager }: Wanted,
	{ known, strangers }: DirectoryWorld,
): Problem[] {
	const standingOf = (one: string) =>
		(known.get(one) ?? strangers.get(one))?.standing;
	const problems: Problem[] = [];
	const standing = standingOf(id);
	if (who && !standing) problems.push({ is: "unknown" });
	else if (standing && standing !== "member")
		problems.push({ is: "notAMember", standing });
	if (!manager) return problems;
	// Who has left may still be somebody's manager in a file.
	if (manager === id) problems.push({ is: "managerIsSelf" });
	else if (!standingOf(manager)) problems.push({ is: "managerUnknown" });
	else if (standingOf(manager) === "bot") problems.push({ is: "managerIsBot" });
	return problems;
}

function changeOf(
	id: string,
	wanted: Wanted,
	{ known, strangers, hidden }: DirectoryWorld,
): Change {
	const person = known.get(id);
	const before: DirectoryData | null = person ?? null;
	const after = { ...(before ?? nothing), ...wanted };
	return {
		slackUserId: id,
		name: person?.name ?? strangers.get(id)?.name ?? id,
		before,
		after: {
			department: after.department,
			level: after.level,
			location: after.location,
			manager: after.manager,
		},
		columns: dataColumns.filter(
			(column) => after[column] !== (before ?? nothing)[column],
		),
		isHidden: person !== undefined && hidden.has(person.personId),
	};
}

function count(counts: Counts, { before, after, columns, isHidden }: Change) {
	if (isHidden) {
		counts.hidden += 1;
		return;
	}
	if (!before) counts.fresh += 1;
	else if (columns.length > 0) counts.changed += 1;
	else counts.unchanged += 1;
	counts.cleared += columns.filter((column) => after[column] === null).length;
}
