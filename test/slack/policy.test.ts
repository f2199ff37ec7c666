import { describe, expect, test } from "@jest/globals";
import type { Facts } from "../../src/slack/facts.ts";
import type { Policy } from "../../src/slack/feature.ts";
import { judge } from "../../src/slack/policy.ts";

const person = {
	person_id: "p1",
	slack_user_id: "U0ANA",
	name: "Ana",
	standing: "member" as const,
	zone: "UTC",
	locale: "en-US",
	slack_role: "member" as const,
};
const enrollment = { role: "both", state: "open", ready_at: null } as const;
const facts: Facts = {
	workspace: { workspace_id: "w1", team_id: "T0", state: "installed" },
	installation: { bot_user_id: "U0BOT", bot_token: Buffer.from("") },
	person,
	program_id: "g1",
	allows_guests: false,
	manages: [],
	enrollment,
	relation: null,
};
const related: Policy<unknown> = {
	who: "related",
	to: "request",
	as: ["mentor"],
	id: () => "r1",
};
const people: Policy<unknown>[] = [
	{ who: "member" },
	{ who: "enrolled" },
	{ who: "manager" },
	{ who: "admin" },
	{ who: "manager or admin" },
	related,
];
const allowed = { allowed: true };
const denied = (why: string, audited = true) => ({
	allowed: false,
	why: `slack:refused.${why}`,
	audited,
});

describe.each(people)("for $who", (policy) => {
	test.each(["guest", "external", "deactivated", "bot"] as const)(
		"a %s is refused, whatever they are to it",
		(standing) => {
			const them = { ...facts, person: { ...person, standing } };
			expect(judge(policy, { ...them, relation: "mentor" })).toEqual(
				denied(standing),
			);
		},
	);

	test("someone nobody knows is refused", () => {
		expect(judge(policy, { ...facts, person: null })).toEqual(
			denied("unknown"),
		);
	});

	test("nobody may where the app is not installed", () => {
		const workspace = { ...facts.workspace, state: "uninstalled" as const };
		for (const gone of [
			{ ...facts, workspace },
			{ ...facts, installation: null },
		])
			expect(judge(policy, gone)).toEqual(denied("uninstalled"));
	});
});

test("a member need not have joined, someone enrolled must", () => {
	const stranger = { ...facts, enrollment: null };
	expect(judge({ who: "member" }, stranger)).toEqual(allowed);
	expect(judge({ who: "enrolled" }, facts)).toEqual(allowed);
	const left = {
		...facts,
		enrollment: { ...enrollment, state: "left" as const },
	};
	// A word of guidance; there is nothing suspicious about it.
	for (const outside of [stranger, left])
		expect(judge({ who: "enrolled" }, outside)).toEqual(
			denied("notEnrolled", false),
		);
});

test("only the named relation counts, and none is like another", () => {
	expect(judge(related, { ...facts, relation: "mentor" })).toEqual(allowed);
	for (const relation of [null, "mentee", "manager", ""])
		expect(judge(related, { ...facts, relation })).toEqual(denied("notYours"));
});

test("a guest may where the program allows guests", () => {
	const guest = { ...person, standing: "guest" as const };
	const asked = { ...facts, person: guest, allows_guests: true };
	expect(judge({ who: "enrolled" }, asked)).toEqual(allowed);
});

test("who manages a program may, and so may an owner of the workspace", () => {
	const boss = { ...facts, manages: ["g2"] };
	expect(judge({ who: "manager" }, boss)).toEqual(allowed);
	expect(judge({ who: "manager" }, facts)).toEqual(denied("notManager"));
	for (const slack_role of ["admin", "owner"] as const)
		expect(
			judge({ who: "admin" }, { ...facts, person: { ...person, slack_role } }),
		).toEqual(allowed);
	expect(judge({ who: "admin" }, boss)).toEqual(denied("notAdmin"));
});

test("what is for managers and admins is for nobody else", () => {
	const either: Policy<unknown> = { who: "manager or admin" };
	const admin = { ...person, slack_role: "admin" as const };
	expect(judge(either, { ...facts, manages: ["g2"] })).toEqual(allowed);
	expect(judge(either, { ...facts, person: admin })).toEqual(allowed);
	expect(judge(either, facts)).toEqual(denied("notManager"));
});

test("a manager who became a guest manages nothing", () => {
	const guest = { ...person, standing: "guest" as const };
	const boss = {
		...facts,
		person: guest,
		allows_guests: true,
		manages: ["g1"],
	};
	expect(judge({ who: "manager" }, boss)).toEqual(denied("notManager"));
	expect(judge({ who: "manager or admin" }, boss)).toEqual(
		denied("notManager"),
	);
});

test("Slack itself needs an installation and no person", () => {
	const nobody = { ...facts, person: null, enrollment: null };
	expect(judge({ who: "system" }, nobody)).toEqual(allowed);
	expect(judge({ who: "system" }, { ...nobody, installation: null })).toEqual(
		denied("uninstalled"),
	);
});
