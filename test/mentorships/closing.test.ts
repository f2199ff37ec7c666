import { describe, expect, test } from "@jest/globals";
import { closeModal } from "../../src/mentorships/close.views.ts";
import {
	combine,
	endings,
	goalsToLookBackOn,
	thankedBy,
} from "../../src/mentorships/closing.ts";
import { completedMessage } from "../../src/mentorships/closing-messages.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";

describe("what becomes of it", () => {
	test("all want new goals, all would stay in touch, or it is finished", () => {
		expect(combine(["renew", "renew"])).toBe("renew");
		expect(combine(["renew", "informal", "renew"])).toBe("informal");
		expect(combine(["informal", "informal"])).toBe("informal");
		expect(combine(["renew", "finished"])).toBe("finished");
		expect(combine(["renew"])).toBe("renew");
	});

	test("silence counts as finished, and so does nobody", () => {
		expect(combine(["renew", null])).toBe("finished");
		expect(combine([null, "informal"])).toBe("finished");
		expect(combine([])).toBe("finished");
	});

	test("it is the same whoever chose what", () => {
		for (const one of endings)
			for (const other of endings)
				expect(combine([one, other])).toBe(combine([other, one]));
	});
});

const member = (personId: string, role: "mentor" | "mentee" | "peer") => ({
	personId,
	slackUserId: `U${personId}`,
	name: personId,
	role,
	stoppedAt: null,
});
const group = aMentorship({
	kind: "group",
	members: [
		member("m", "mentor"),
		member("a", "mentee"),
		member("b", "mentee"),
	],
});
const idsOf = (people: { personId: string }[]) =>
	people.map(({ personId }) => personId);

describe("who reads what", () => {
	test("a thank-you is for the other side, and among peers for all", () => {
		expect(idsOf(thankedBy(group, "m"))).toEqual(["a", "b"]);
		expect(idsOf(thankedBy(group, "a"))).toEqual(["m"]);
		const peers = { members: ["a", "b", "c"].map((id) => member(id, "peer")) };
		expect(idsOf(thankedBy(peers, "b"))).toEqual(["a", "c"]);
		const alone = { members: [member("a", "mentee")] };
		expect(thankedBy(alone, "a")).toEqual([]);
		expect(thankedBy(group, "a stranger")).toEqual([]);
	});

	test("goals are looked back on by their owner, and by who mentors them", () => {
		const goal = (personId: string, state: "reached" | "let_go") => ({
			text: `${personId} ${state}`,
			state,
			owner: { personId },
		});
		const goals = [
			goal("a", "reached"),
			goal("a", "let_go"),
			goal("b", "reached"),
		];
		const seenBy = (personId: string) =>
			goalsToLookBackOn(group, personId, goals).map(({ text }) => text);
		expect(seenBy("a")).toEqual(["a reached", "a let_go"]);
		expect(seenBy("m")).toEqual(["a reached", "b reached"]);
		expect(seenBy("a stranger")).toEqual([]);
	});
});

describe("when it is completed", () => {
	const over = aMentorship({ state: "completed", endedAs: "finished" });
	const [mentor, mentee] = over.members;
	const shownTo = (member = mentor, isMentor = false): string => {
		const reader = {
			personId: member?.personId ?? "",
			zone: "UTC",
			locale: "en",
		};
		const page = { ...reader, isMentor };
		return JSON.stringify(completedMessage(over, page, textFor("en")));
	};

	test("a mentee is invited to become a mentor, unless they are one already", () => {
		expect(shownTo(mentee)).toContain("Become a mentor");
		expect(shownTo(mentee, true)).not.toContain("Become a mentor");
		expect(shownTo(mentee, true)).toContain("matching:find");
	});

	test("a mentor hears that their seat is free", () => {
		expect(shownTo(mentor, true)).toContain("Your seat is free again");
		for (const words of ["Become a mentor", "matching:find"])
			expect(shownTo(mentor, true)).not.toContain(words);
		expect(shownTo(mentee)).not.toContain("Your seat");
	});
});

test("whoever closes it reads who will hear of it: nobody at once, where they have stopped it", () => {
	const [mentor, mentee] = aMentorship().members;
	if (!mentor || !mentee) throw new Error("There are two of them.");
	const reader = {
		...{ zone: "UTC", locale: "en-US" },
		now: new Date("2026-03-02T12:00:00Z"),
	};
	const said = (stoppedAt: Date | null, personId: string) =>
		JSON.stringify(
			closeModal(
				aMentorship({ members: [mentor, { ...mentee, stoppedAt }] }),
				{ ...reader, personId },
				textFor("en"),
			),
		);
	const others = "Everyone in it reads that it is closing";
	expect(said(null, mentee.personId)).toContain(others);
	const stopped = said(reader.now, mentee.personId);
	expect(stopped).toContain("nobody gets a message that it is closing");
	expect(stopped).not.toContain(others);
	// The other cannot tell.
	expect(said(reader.now, mentor.personId)).toBe(said(null, mentor.personId));
});
