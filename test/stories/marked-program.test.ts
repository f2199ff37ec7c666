import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { columns } from "../../src/db/columns.ts";
import { ringBell, workday } from "../support/bell.ts";
import { daysGoBy } from "../support/days-go-by.ts";
import { full } from "../support/full.ts";
import { createFinding } from "../support/marked-finding.ts";
import { createHands } from "../support/marked-hands.ts";
import { createMentoring } from "../support/marked-mentoring.ts";
import { allIsSaid, searchDump } from "../support/marked-search.ts";
import { createViews } from "../support/marked-views.ts";
import {
	type Couple,
	contactId,
	couplesOf,
	managerId,
	markedTeam,
	markedWorld,
} from "../support/marked-world.ts";
import { createMarks } from "../support/marks.ts";
import { choice } from "../support/requests-payloads.ts";
import { openStage, type Stage } from "../support/stage.ts";

// PRODUCT 8, what managers never see, and TRUST: "marked text in every private
// field through a simulated 12-week program of 50 people: 0 hits in messages to
// others, logs, metrics, exports, program-manager views; 0 in a database dump".
// There are no metrics yet. The short form has fewer people and weeks.

const people = full ? 50 : 12;
const weeks = full ? 12 : 8;
const step = full ? 1 : 2;
/** How long a mentorship is agreed for, so that all of it fits in. */
const months = full ? 2 : 1;
const patience = full ? 3_600_000 : 120_000;
const couples = couplesOf(people);
/** Those who do whatever there is to do; the others join. */
const busy = full ? couples : couples.slice(0, 1);
const now = workday();

const marks = createMarks();
let messages = 0;
let stage: Stage;
function createLife() {
	const hands = createHands({ stage, marks });
	return { ...hands, ...createFinding(hands), ...createMentoring(hands) };
}
let life: ReturnType<typeof createLife>;
let views: ReturnType<typeof createViews>;

beforeAll(async () => {
	const world = markedWorld(people);
	stage = await openStage({ world, now: () => now });
	life = createLife();
	views = createViews(stage, marks);
}, 60_000);
afterAll(() => stage?.stop());

/** Marks in what the bot has told Slack, for anybody who may not read them. */
function leaksInMessages(): string[] {
	return stage.front.told.splice(0).flatMap((told) => {
		messages += 1;
		const text = JSON.stringify(told.args);
		const readers = stage.readersOf(told);
		return readers.length === 0
			? marks.leaks(text, null)
			: readers.flatMap((reader) =>
					marks.leaks(
						text,
						// Whoever manages the program reads no one's words at all.
						reader.user === managerId ? null : { ...reader, isMember: true },
					),
				);
	});
}

async function begins() {
	const as = life.as;
	const ids = couples.flatMap(({ mentor, mentee }) => [mentor, mentee]);
	for (const user of [managerId, contactId, ...ids])
		await as(user, { type: "command", text: "" });
	const program = await life.one("select program_id as id from program");
	await as(managerId, { type: "action", id: "programs:claim", value: program });
	await as(managerId, {
		...{ type: "view", id: "programs:save-safeguarding" },
		form: {
			people: { type: "multi_users_select", selected_users: [contactId] },
		},
		meta: { program },
	});
	await as(managerId, {
		...{ type: "view", id: "programs:save-report", meta: { program } },
		form: {
			channel: {
				type: "conversations_select",
				selected_conversation: "C0MENTORING",
			},
			...{ every: choice("week"), weekday: choice("2") },
			time: { type: "timepicker", selected_time: "10:00" },
			zone: choice("Europe/Lisbon"),
		},
	});
	const meta = { program };
	await as(managerId, { type: "view", id: "programs:showHealth", meta });
	for (const { mentor, mentee } of couples) {
		await life.joins(mentor, "mentor");
		await life.joins(mentee, "mentee");
	}
	for (const [at, couple] of busy.entries()) {
		const other = couples[(at + 1) % couples.length] ?? couple;
		await life.looks(couple, other);
		await life.finds(couple);
	}
	// Nobody asks a mentor who has no room for one more request.
	for (const [at, couple] of busy.entries()) {
		const other = couples[(at + 2) % couples.length] ?? couple;
		await life.isDeclined(couple, other);
		await life.setsGoals(couple);
		await life.isIntroduced(couple, other);
		await life.looksOutside(couple);
	}
}

/** Does what there is to do in the state that it has come to: this one. */
async function lives(couple: Couple, week: number): Promise<string> {
	const mentorship = await life.mentorshipOf(couple.mentee);
	const { rows } = await stage.client.query<{ state: string; half: boolean }>(
		`select state, exists (select from halfway
				where halfway.mentorship_id = mentorship.mentorship_id) as half
			from mentorship where mentorship_id = $1`,
		[mentorship],
	);
	const [{ state, half } = { state: "", half: false }] = rows;
	const letter = String.fromCharCode(97 + week);
	if (/exploring|active/.test(state)) await life.meets(couple, letter);
	if (state === "exploring") await life.goesOn(couple);
	if (state === "agreeing") await life.agrees(couple, months);
	if (state === "active" && half) await life.looksHalfway(couple);
	if (state === "closing") {
		await life.looksBack(couple);
		await life.thanks(couple);
	}
	if (week === weeks - step) await life.speaksUp(couple);
	if (full || week % 4 === 2)
		for (const user of [couple.mentor, couple.mentee])
			await life.looksAround(user);
	return state;
}

test(
	`${weeks} weeks of ${people} people, and no word of anybody's is where it must not be`,
	async () => {
		await begins();
		const states = new Set<string>();
		for (let week = 0; week < weeks; week += step) {
			for (const couple of busy) states.add(await lives(couple, week));
			await allIsSaid(stage.client);
			if (full || week % 4 === 2) expect(await views.leaks()).toEqual([]);
			expect(leaksInMessages()).toEqual([]);
			await daysGoBy(stage.client, 7 * step);
			await ringBell(stage.bot, "none", now);
			await allIsSaid(stage.client);
		}
		expect([...states]).toEqual(
			expect.arrayContaining(["exploring", "agreeing", "active", "closing"]),
		);
		expect(leaksInMessages()).toEqual([]);
	},
	patience,
);

test("a marked text was written in every private column", async () => {
	/** What managers paste themselves, and what somebody lets them quote. */
	const others = ["directory_import.source", "directory_import.rows"];
	const empty: string[] = [];
	for (const [table, its] of Object.entries(columns))
		for (const [column, about] of Object.entries(its)) {
			const name = `${table}.${column}`;
			if (about !== "private" || [...others, "look_back.quote"].includes(name))
				continue;
			const { rowCount } = await stage.client.query(
				`select from ${table} where ${column} is not null limit 1`,
			);
			if (rowCount === 0) empty.push(name);
		}
	expect(empty).toEqual([]);
});

test(
	"nothing on any page, in any answer or file that a manager can have",
	async () => {
		expect(await views.leaksAnywhere()).toEqual([]);
		await allIsSaid(stage.client);
		expect(leaksInMessages()).toEqual([]);
		expect(await views.leaks()).toEqual([]);
		// There was something to be seen, on all of them.
		expect(views.counts.names).toBeGreaterThan(10);
		const { rows } = await stage.client.query<{ kinds: string[] }>(
			`select array_agg(distinct kind) as kinds from owed
			join delivery using (workspace_id, delivery_id)
			where delivery.state = 'sent'`,
		);
		expect(rows[0]?.kinds).toEqual(
			expect.arrayContaining([
				"reports:release",
				"reports:csv",
				"workspaces:export",
			]),
		);
	},
	patience,
);

test(
	"nothing in the log, and nothing readable in the database",
	async () => {
		const { logged } = stage.bot;
		expect(marks.leaks(logged.join("\n"), null)).toEqual([]);
		const { rows, found } = await searchDump(stage.client, marks);
		expect(found).toEqual([]);
		process.stdout.write(
			`marked texts: ${marks.count()} of ${people} people in ${weeks} weeks; ${messages} messages and views, ${views.counts.pages} pages of a manager (${views.counts.entries} entry points), ${logged.length} lines of the log, ${rows} rows: 0 hits\n`,
		);
	},
	patience,
);

test(
	"a list that shows a goal is found, and so is a goal that lies open",
	async () => {
		const goal = marks.make("mentee0", "shown", {
			team: markedTeam,
			users: ["U0MENTEE0"],
		});
		await stage.client.query("update program set name = $1", [goal]);
		expect(await views.leaks()).toContain(goal);
		expect(leaksInMessages()).toContain(goal);
		const { found } = await searchDump(stage.client, marks);
		expect(found).toContain(goal);
	},
	patience,
);
