import type { Hand } from "./hand.ts";
import type { Pen } from "./pen.ts";

/** Somebody has a mentor outside Slack; Home and the page name them. */
export async function notesOutside(pen: Pen, person: Hand) {
	await person.types("/mentor external");
	await pen.writes(person, "mentorships:beginExternal");
	await pen.reads(person);
	await pen.tapsAtHome(person, "mentorships:open");
	await pen.reads(person, "mentorships:page");
}
