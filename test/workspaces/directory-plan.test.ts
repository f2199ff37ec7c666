import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ReadRow, Wanted } from "../../src/workspaces/directory.ts";
import { findCircles } from "../../src/workspaces/directory-circles.ts";
import {
	type DirectoryWorld,
	type KnownPerson,
	planImport,
} from "../../src/workspaces/directory-plan.ts";
import type { SlackPerson } from "../../src/workspaces/slack-person.ts";

const known = (
	slackUserId: string,
	facts: Partial<KnownPerson> = {},
): KnownPerson => ({
	personId: `person of ${slackUserId}`,
	slackUserId,
	name: `Name of ${slackUserId}`,
	standing: "member",
	department: null,
	level: null,
	location: null,
	manager: null,
	...facts,
});

const stranger = (
	slackUserId: string,
	standing: SlackPerson["standing"] = "member",
): SlackPerson => ({
	slackUserId,
	name: `Name of ${slackUserId}`,
	title: "",
	standing,
	zone: "UTC",
	locale: "en-US",
	slackRole: "member",
});

function world(
	people: KnownPerson[],
	more: { strangers?: SlackPerson[]; hidden?: string[] } = {},
): DirectoryWorld {
	const { strangers = [], hidden = [] } = more;
	return {
		known: new Map(people.map((one) => [one.slackUserId, one])),
		strangers: new Map(strangers.map((one) => [one.slackUserId, one])),
		idsByEmail: new Map([["ana@example.com", "UANA"]]),
		hidden: new Set(hidden.map((id) => `person of ${id}`)),
	};
}

/** Rows from line 2 on. */
const rows = (...all: [who: string, wanted: Wanted][]): ReadRow[] =>
	all.map(([who, wanted], index) => ({
		line: index + 2,
		who,
		wanted,
		problems: [],
	}));

const problemsOf = (its: ReadRow[], around: DirectoryWorld) =>
	planImport(its, around).bad.map(({ line, problems }) => [line, ...problems]);

describe("bad rows", () => {
	test("nobody, and the same person twice, by id and by email", () => {
		const around = world([known("UANA")]);
		expect(
			problemsOf(
				rows(["UANA", {}], ["ana@example.com", {}], ["UX", {}]),
				around,
			),
		).toEqual([
			[3, { is: "twice", line: 2 }],
			[4, { is: "unknown" }],
		]);
	});

	test.each(["guest", "bot", "external", "deactivated"] as const)(
		"a %s, known or not",
		(standing) => {
			const around = world([known("UA", { standing })], {
				strangers: [stranger("UB", standing)],
			});
			expect(problemsOf(rows(["UA", {}], ["UB", {}]), around)).toEqual([
				[2, { is: "notAMember", standing }],
				[3, { is: "notAMember", standing }],
			]);
		},
	);

	test("managers: unknown, a bot, oneself; one who has left may be", () => {
		const around = world([
			known("UA"),
			known("UB"),
			known("UC"),
			known("UD"),
			known("UBOT", { standing: "bot" }),
			known("UGONE", { standing: "deactivated" }),
		]);
		const its = rows(
			["UA", { manager: "UX" }],
			["UB", { manager: "UBOT" }],
			["UC", { manager: "UC" }],
			["UD", { manager: "UGONE" }],
		);
		expect(problemsOf(its, around)).toEqual([
			[2, { is: "managerUnknown" }],
			[3, { is: "managerIsBot" }],
			[4, { is: "managerIsSelf" }],
		]);
	});

	test("managers in a circle, also by way of who is not in the file", () => {
		const around = world([
			known("UA"),
			known("UB", { manager: "UC" }),
			known("UC"),
			known("UD", { manager: "UA" }),
		]);
		const its = rows(
			["UA", { manager: "UB" }],
			["UC", { manager: "UA" }],
			["UD", { level: 3 }],
		);
		expect(problemsOf(its, around)).toEqual([
			[2, { is: "circle", lines: [3] }],
			[3, { is: "circle", lines: [2] }],
		]);
	});

	test("a file that turns the tree over is no circle", () => {
		const around = world([known("UA"), known("UB", { manager: "UA" })]);
		const its = rows(["UA", { manager: "UB" }], ["UB", { manager: null }]);
		expect(problemsOf(its, around)).toEqual([]);
	});
});

describe("what would change", () => {
	const around = world(
		[
			known("UA", { department: "Sales", level: 3 }),
			known("UB", { department: "Sales", level: 3 }),
			known("UBOSS", { department: "Secret", level: 9 }),
		],
		{ strangers: [stranger("UNEW"), stranger("UMANAGER")], hidden: ["UBOSS"] },
	);

	test("an absent column stays, an empty cell clears, the rest is counted", () => {
		const plan = planImport(
			rows(
				["UA", { department: "Data" }],
				["UB", { department: "Sales", level: 3, location: null }],
				["UNEW", { level: 1, manager: "UMANAGER" }],
			),
			around,
		);
		expect(plan.counts).toEqual({
			fresh: 1,
			changed: 1,
			unchanged: 1,
			hidden: 0,
			cleared: 0,
		});
		expect(plan.meets.sort()).toEqual(["UMANAGER", "UNEW"]);
		expect(plan.changes.map((one) => [one.slackUserId, one.after])).toEqual([
			["UA", { department: "Data", level: 3, location: null, manager: null }],
			[
				"UNEW",
				{ department: null, level: 1, location: null, manager: "UMANAGER" },
			],
		]);
		const cleared = planImport(
			rows(["UA", { department: null, level: null, location: null }]),
			around,
		);
		expect(cleared.counts).toMatchObject({ changed: 1, cleared: 2 });
	});

	test("a row of one's own line says nothing of what is stored", () => {
		const said = [9, 8].map((level) => {
			const plan = planImport(rows(["UBOSS", { level }]), around);
			return plan.counts;
		});
		expect(said[0]).toEqual(said[1]);
		expect(said[0]).toMatchObject({ hidden: 1, changed: 0, unchanged: 0 });
	});
});

test("circles are those that walking up for ever finds", () => {
	const managers = fc.array(fc.option(fc.nat(11), { nil: null }), {
		minLength: 12,
		maxLength: 12,
	});
	fc.assert(
		fc.property(managers, (of) => {
			const managerOf = (person: string) => {
				const manager = of[Number(person)];
				return manager == null ? null : String(manager);
			};
			const inCircle = (person: string) => {
				let at = managerOf(person);
				for (let steps = 0; at !== null && steps < 12; steps += 1) {
					if (at === person) return true;
					at = managerOf(at);
				}
				return false;
			};
			const all = of.map((_, index) => String(index));
			expect(findCircles(all, managerOf).flat().sort()).toEqual(
				all.filter(inCircle).sort(),
			);
		}),
	);
});
