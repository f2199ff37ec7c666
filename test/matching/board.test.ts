import { describe, expect, test } from "@jest/globals";
import {
	type Advisor,
	boardOf,
	boardSeats,
	isAdvising,
	seatChoice,
	seatValue,
} from "../../src/matching/board.ts";
import { boardSection } from "../../src/matching/board.views.ts";
import { programKinds } from "../../src/programs/settings.ts";
import { textFor } from "../../src/slack/text.ts";
import { expectSoundHome } from "../support/sound.ts";

const text = textFor("en");
const mentorshipId = "01890a5d-ac96-774b-bcce-b302099a8058";
const anAdvisor = (differs: Partial<Advisor> = {}): Advisor => ({
	mentorshipId,
	kind: "one_to_one",
	seat: null,
	slackUserId: "U0MENTOR",
	name: "Ben",
	...differs,
});
const seatOf = (advisor: Advisor) =>
	boardOf([advisor]).find(({ advisors }) => advisors.length > 0)?.seat;

describe("a board of advisors", () => {
	test("has technical, career, industry and leadership, empty or not", () => {
		const seats = ["technical", "career", "industry", "leadership"];
		expect(boardOf([]).map(({ seat }) => seat)).toEqual(seats);
	});

	test("seats by the kind, until the mentee says otherwise", () => {
		expect(seatOf(anAdvisor({ kind: "expertise" }))).toBe("technical");
		expect(seatOf(anAdvisor({ kind: "sponsor" }))).toBe("leadership");
		for (const seat of boardSeats)
			for (const kind of programKinds.filter(isAdvising))
				expect(seatOf(anAdvisor({ kind, seat }))).toBe(seat);
	});

	test("has a seat for whoever mentors, and for no single conversation", () => {
		const seatless = programKinds.filter((kind) => !isAdvising(kind));
		expect(seatless.toSorted()).toEqual(["flash", "peer"]);
	});

	test("empty seats offer a search, taken ones a move", () => {
		const outside = anAdvisor({
			kind: "external",
			slackUserId: null,
			name: "<!channel> *Max*",
		});
		const blocks = boardSection([anAdvisor(), outside], text);
		expectSoundHome(blocks);
		const shown = JSON.stringify(blocks);
		expect(shown).toContain("Move Ben");
		for (const seat of ["technical", "leadership"])
			expect(shown).toContain(`matching:fill-${seat}`);
		for (const seat of ["career", "industry"])
			expect(shown).not.toContain(`matching:fill-${seat}`);
	});

	test("a choice names a mentorship and a seat, and nothing else passes", () => {
		const value = seatValue(mentorshipId, "industry");
		expect(seatChoice.parse({ value }).value).toEqual({
			mentorshipId,
			seat: "industry",
		});
		for (const odd of [mentorshipId, `${mentorshipId}:throne`, ":career"])
			expect(seatChoice.safeParse({ value: odd }).success).toBe(false);
	});
});
