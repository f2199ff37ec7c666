import { expect, test } from "@jest/globals";
import { createCipher } from "../../src/db/cipher.ts";
import { startingPart } from "../../src/enrollment/enrollment.ts";
import type {
	PartnerRow,
	ProfileRow,
} from "../../src/matching/profiles.queries.ts";
import {
	readProfiles,
	visitorProfile,
	withRefusals,
} from "../../src/matching/profiles.ts";
import { settingsSchema } from "../../src/programs/settings.ts";

const cipher = createCipher({
	current: "1",
	keys: { 1: Buffer.alloc(32, 7) },
});

const row = (
	person_id: string,
	facts: Partial<ProfileRow> = {},
): ProfileRow => ({
	person_id,
	slack_user_id: `U${person_id}`,
	name: person_id,
	title: "",
	standing: "member",
	zone: "Europe/Lisbon",
	hours_start: "09:00",
	hours_end: "17:00",
	work_days: null,
	seniority: null,
	department: null,
	location: null,
	manager_id: null,
	role: "both",
	state: "open",
	offer: null,
	moves: null,
	capacity: 2,
	kinds_wanted: ["flash", "no such kind"],
	kinds_offered: ["one_to_one"],
	rhythm: "weekly",
	format: "video",
	languages: ["en"],
	feedback_style: null,
	plan_style: "open",
	medium_style: null,
	silent_since: null,
	unavailable_until: null,
	topics: [],
	excluded: [],
	open_requests: 0,
	...facts,
});

const partner = (
	mentorship_id: string,
	person_id: string,
	role: PartnerRow["role"],
	program_id = "g",
): PartnerRow => ({
	mentorship_id,
	program_id,
	person_id,
	role,
	kind: "one_to_one",
	state: "active",
	closed_at: null,
});

function read(people: ProfileRow[], partners: PartnerRow[] = []) {
	const rows = { workspaceId: "w", programId: "g", people, partners };
	const profiles = readProfiles(cipher, rows);
	return (id: string) => {
		const profile = profiles.get(id);
		if (!profile) throw new Error(`There is no ${id}.`);
		return profile;
	};
}

test("in another program they are together too, and it takes no seat here", () => {
	const of = read(
		[row("a"), row("b")],
		[partner("m1", "a", "mentor", "h"), partner("m1", "b", "mentee", "h")],
	);
	expect(of("a").seats.taken).toBe(0);
	expect(of("b").partners).toEqual([{ person: "a", kind: "one_to_one" }]);
});

test("a mentor's seats: one for each mentorship, none for being mentored", () => {
	const of = read(
		[row("a", { open_requests: 3 }), row("b"), row("c")],
		[
			partner("m1", "a", "mentor"),
			partner("m1", "b", "mentee"),
			partner("m2", "a", "mentor"),
			partner("m2", "c", "mentee"),
		],
	);
	expect(of("a").seats).toEqual({ capacity: 2, taken: 2, openRequests: 3 });
	expect(of("b").seats.taken).toBe(0);
});

test("a group takes one seat, and has room for others while it takes any", () => {
	const group = (...members: PartnerRow[]) =>
		read(
			["a", "b", "c"].map((id) => row(id)),
			members.map((one) => ({ ...one, kind: "group" })),
		)("a").seats;
	const members = [
		partner("m1", "a", "mentor"),
		partner("m1", "b", "mentee"),
		partner("m1", "c", "mentee"),
	];
	expect(group(...members)).toMatchObject({ taken: 1, groupRoom: 5 });
	const closed = members.map((one) => ({ ...one, closed_at: new Date(0) }));
	expect(group(...closed)).toMatchObject({ taken: 1, groupRoom: 0 });
});

test("whoever is a peer on either side is one on both, also without mentoring", () => {
	const of = read([
		row("a", { role: "mentee", kinds_wanted: ["peer", "flash"] }),
		row("b", { role: "peer", kinds_wanted: [], kinds_offered: [] }),
		row("c", { role: "mentor", kinds_wanted: [], kinds_offered: ["peer"] }),
		row("d", { role: "mentee", kinds_wanted: ["flash"] }),
	]);
	expect(of("a").kindsOffered).toEqual(["peer"]);
	expect(of("b").kindsOffered).toEqual(["peer"]);
	expect(of("c").kindsWanted).toEqual(["peer"]);
	expect(of("d").kindsOffered).toEqual([]);
});

test("partners are the others of one's mentorships, with their kind", () => {
	const of = read(
		[row("a"), row("b"), row("c")],
		[partner("m1", "a", "mentor"), partner("m1", "b", "mentee")],
	);
	expect(of("a").partners).toEqual([{ person: "b", kind: "one_to_one" }]);
	expect(of("b").partners).toEqual([{ person: "a", kind: "one_to_one" }]);
	expect(of("c").partners).toEqual([]);
});

test("those whose mentorship ended are kept apart, both ways alike", () => {
	const people = [row("a"), row("b"), row("c")];
	const parted = [
		{ person_id: "a", other_id: "b" },
		{ person_id: "b", other_id: "a" },
	];
	const rows = { workspaceId: "w", programId: "g", people, partners: [] };
	const profiles = readProfiles(cipher, { ...rows, parted });
	const ended = ["a", "b", "c"].map((id) => profiles.get(id)?.ended);
	expect(ended).toEqual([["b"], ["a"], []]);
});

test("the reporting line goes up, past people who have not joined", () => {
	const of = read([
		row("a", { manager_id: "b" }),
		row("b", { manager_id: "c", role: null, state: null }),
		row("c", { manager_id: "unknown" }),
	]);
	expect(of("a").reportingLine).toEqual(["b", "c", "unknown"]);
	expect(of("c").reportingLine).toEqual(["unknown"]);
});

test("a loop in the directory ends the line", () => {
	const of = read([
		row("a", { manager_id: "b" }),
		row("b", { manager_id: "c" }),
		row("c", { manager_id: "b" }),
		row("d", { manager_id: "d" }),
	]);
	expect(of("a").reportingLine).toEqual(["b", "c"]);
	expect(of("d").reportingLine).toEqual([]);
});

test("who is deactivated is as if they had left; guests are the program's rule", () => {
	const of = read([
		row("a", { standing: "deactivated" }),
		row("b", { standing: "guest" }),
		row("c", { state: "paused" }),
	]);
	expect([of("a").state, of("b").state, of("c").state]).toEqual([
		"left",
		"open",
		"paused",
	]);
	expect(of("b").guest).toBe(true);
});

test("people who have not joined have no profile", () => {
	const of = read([row("a", { role: null, state: null })]);
	expect(() => of("a")).toThrow();
});

test("answers that were not given and kinds nobody knows are absent", () => {
	const profile = read([row("a")])("a");
	expect(profile.style).toEqual({ plan: "open" });
	expect(profile.kindsWanted).toEqual(["flash"]);
});

test("a visitor has facts and nothing else, and may look for two kinds", () => {
	const boss = row("boss", { manager_id: "ceo" });
	const visitor = visitorProfile(
		row("v", { manager_id: "boss" }),
		[boss],
		startingPart(settingsSchema.parse({})),
	);
	expect(visitor).toMatchObject({
		reportingLine: ["boss", "ceo"],
		kindsWanted: ["one_to_one", "flash"],
		languages: [],
		seats: { capacity: 0 },
		state: "open",
	});
});

test("a no holds for 90 days; one without a date holds not at all", () => {
	const answered_at = new Date("2026-03-01T00:00:00Z");
	const { refusals } = withRefusals(read([row("a")])("a"), [
		{ mentor_id: "b", answered_at },
		{ mentor_id: "c", answered_at: null },
	]);
	expect(refusals).toEqual([
		{ person: "b", until: new Date("2026-05-30T00:00:00Z") },
	]);
});
