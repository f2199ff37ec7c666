import { takenRows } from "../../src/agenda/wrap-up.ts";
import type { Hand } from "./hand.ts";
import type { Pen } from "./pen.ts";
import { until } from "./until.ts";

/** What the two talk about next, what came of it, and how that went. */
export async function prepares(pen: Pen, mentee: Hand, mentor: Hand) {
	const opens = async (person: Hand) => {
		await pen.tapsAtHome(person, "mentorships:open", true);
		await person.shown("mentorships:page");
		await person.presses("agenda:open");
	};
	// The second time, what was added the first time is a field of its own.
	for (const one of [mentee, mentee]) {
		await opens(one);
		await pen.writes(one, "agenda:save");
		await pen.reads(one);
	}
	await opens(mentor);
	await pen.reads(mentor, "agenda:save");

	await mentee.usesShortcut("agenda:add");
	await pen.writes(mentee, "agenda:addPoint", {
		choose: (view) => mentee.picks(view, "mentorship"),
	});
	await pen.reads(mentee);

	await pen.tapsAtHome(mentee, "mentorships:open", true);
	await mentee.shown("mentorships:page");
	await mentee.presses("meetings:met");
	await mentee.shown("slack:notice");
	await mentee.presses("agenda:wrapUp");
	await mentee.shown("agenda:saveWrapUp");
	for (const row of takenRows.slice(1)) {
		await mentee.presses("agenda:oneMore");
		await until(`row ${row}`, () =>
			mentee
				.surface()
				.modals.at(-1)
				?.blocks.some(({ block_id }) => block_id === `took${row}`),
		);
	}
	await pen.writes(mentee, "agenda:saveWrapUp");
	await pen.reads(mentee);
	await pen.tapsAtHome(mentee, "agenda:ownWay");
	await pen.writes(mentee, "agenda:saveWhy");
	await pen.reads(mentee);
	for (const one of [mentee, mentor]) {
		await one.opensHome();
		pen.look(one);
	}
}
