import type { Hand } from "./hand.ts";
import type { Pen } from "./pen.ts";

/** What two people in a mentorship write, and those around them. */

/** A goal, put in other words, read by the mentor, and let go. */
export async function writesGoal(pen: Pen, mentee: Hand, mentor: Hand) {
	const choose = { choose: shares(mentee) };
	await mentee.types("/mentor goals");
	await mentee.shown("goals:goals");
	await mentee.presses("goals:add");
	await pen.writes(mentee, "goals:create", choose);
	await mentee.shown("goals:goals");
	pen.look(mentee);
	await mentee.presses("goals:open");
	await mentee.shown("goals:goal");
	pen.look(mentee);
	await mentee.presses("goals:edit");
	await pen.writes(mentee, "goals:save", choose);
	await mentee.shown("goals:goal");
	await pen.tapsAtHome(mentor, "goals:shared", true);
	await mentor.shown("goals:sharedGoals");
	pen.look(mentor);
	await mentor.presses("goals:read");
	await pen.reads(mentor, "goals:sharedGoal");
	await mentee.presses("goals:letGo");
	await pen.writes(mentee, "goals:confirmLetGo");
	await pen.reads(mentee, "goals:goal");
}

const shares = (person: Hand) => (view: Parameters<Hand["picks"]>[0]) =>
	person.picks(view, "mentorship");

type Trio = {
	mentee: Hand;
	mentor: Hand;
	third: Hand;
	thirdId: string;
	friendId: string;
};

/** Who can I talk to, whom the mentor names, and what they have in mind. */
export async function introduces(
	pen: Pen,
	{ mentee, mentor, third, thirdId, friendId }: Trio,
) {
	const chooses = (id: string) => ({
		choose: (view: Parameters<Hand["picks"]>[0]) =>
			mentor.picksPerson(view, "person", id),
	});
	await mentor.types(`/mentor intro <@${thirdId}> words`);
	await pen.writes(mentor, "introductions:offer", chooses(thirdId));
	await pen.reads(mentor);
	await pen.tapsAtHome(mentee, "introductions:pass");
	await pen.reads(mentee);
	await mentee.types("/mentor intro");
	await pen.writes(mentee, "introductions:ask");
	await pen.reads(mentee);
	await pen.tapsAtHome(mentor, "introductions:openName");
	await pen.writes(mentor, "introductions:name", chooses(friendId));
	await pen.reads(mentor);
	await third.opensHome();
	for (const one of [mentor, third]) pen.look(one);
	await pen.tapsAtHome(mentee, "introductions:withdraw");
	await pen.reads(mentee);
}

/** A report in confidence, and then it was a mistake. */
export async function reports(pen: Pen, reporter: Hand, contact: Hand) {
	await reporter.pressesBelow("mentorships:stop");
	await reporter.shown("mentorships:wrong");
	await reporter.presses("mentorships:writeConcern");
	await pen.writes(reporter, "mentorships:sendConcern");
	await pen.reads(reporter);
	await pen.tapsAtHome(contact, "mentorships:showConcern");
	await pen.reads(contact);
	await reporter.pressesBelow("mentorships:stop");
	await reporter.shown("mentorships:wrong");
	await reporter.presses("mentorships:undoStop");
	await pen.reads(reporter);
}
