import type { View } from "../../simulator/surface.ts";
import type { Hand } from "./hand.ts";
import { once, type Pen } from "./pen.ts";
import { until } from "./until.ts";

/** What two people write to find each other, with odd words everywhere. */

export async function leaves(person: Hand) {
	await person.types("/mentor leave");
	await once(person, /^You have left/, () =>
		person.pressesBelow("enrollment:leave"),
	);
}

/** The page of joining, which is open under this id. */
export async function joinsOn(pen: Pen, person: Hand, id: string) {
	await person.picks(await person.shown(id), "role", "both");
	await until("the page for both", () => {
		const names = person.surface().modals[0]?.blocks.map((it) => it.block_id);
		return names?.includes("goal") && names.includes("offer");
	});
	await pen.writes(person, id, {
		async choose(page) {
			await person.looksUp(page, "wanted", pen.next());
			await person.looksUp(page, "offered", pen.next());
		},
	});
}

export async function joins(pen: Pen, person: Hand) {
	await person.types("/mentor join");
	await joinsOn(pen, person, "enrollment:join");
	await pen.reads(person);
}

/** The pages of the profile that take words. */
export async function fillsProfile(pen: Pen, person: Hand) {
	const opens = async (page: string) => {
		await person.shown("enrollment:profile");
		pen.look(person);
		await person.presses("enrollment:openPage", page);
		return person.shown(`enrollment:save-${page}`);
	};
	await person.types("/mentor profile");
	for (const page of ["mentor", "mentee", "hours"]) {
		await opens(page);
		const otherwise = { start: "09:00", end: "17:00" };
		await pen.writes(person, `enrollment:save-${page}`, { otherwise });
	}
	const topics = await opens("topics");
	await person.looksUp(topics, "wanted", pen.next());
	await person.looksUp(topics, "offered", pen.next());
	await person.submits();
	await opens("levels");
	await pen.reads(person, "enrollment:save-levels");
}

const ticks = (person: Hand) => async (form: View) => {
	for (const name of ["notMyManager", "notMyManagers", "ready"])
		if (form.blocks.some(({ block_id }) => block_id === name))
			await person.picks(form, name, "yes");
};

/** The ask, to the preview, back again, to a next choice, and off. */
export async function asks(
	pen: Pen,
	person: Hand,
	mentor: string,
	nextChoice?: string,
) {
	const choose = ticks(person);
	await person.types(`/mentor ask <@${mentor}>`);
	await pen.writes(person, "matching:preview", { choose });
	await person.shown("matching:send");
	pen.look(person);
	await person.presses("matching:edit");
	await pen.writes(person, "matching:preview", { choose });
	await person.shown("matching:send");
	if (nextChoice) {
		await person.presses("matching:choices");
		const page = await person.shown("matching:saveChoices");
		await person.looksUp(page, "add0", nextChoice);
		await until("a next choice", () =>
			JSON.stringify(person.surface().modals).includes('"why:'),
		);
		await pen.writes(person, "matching:saveChoices", { choose });
		await person.shown("matching:send");
		pen.look(person);
	}
	await person.submits();
	await pen.reads(person);
}

/** A question back and its answer, each read by the other. */
export async function tellsMore(pen: Pen, mentor: Hand, mentee: Hand) {
	await pen.tapsAtHome(mentor, "matching:read");
	await mentor.shown("slack:notice");
	pen.look(mentor);
	await mentor.presses("matching:tellMore");
	await once(mentee, /would like to know more/, () =>
		pen.writes(mentor, "matching:question"),
	);
	await pen.reads(mentor);
	pen.look(mentee);
	await mentee.pressesBelow("matching:answerQuestion");
	await once(mentor, /has answered your question/, () =>
		pen.writes(mentee, "matching:reply"),
	);
	await pen.reads(mentee);
	pen.look(mentor);
}

/** Searches of all sorts; the request is taken back, and the next one too. */
export async function withdraws(pen: Pen, mentee: Hand, next: Hand) {
	await mentee.types("/mentor find");
	await mentee.types(`/mentor find ${pen.next()}`);
	await mentee.types(`/mentor ${pen.next()}`);
	await takesBack(mentee, /, has been asked/);
	await pen.tapsAtHome(next, "matching:read");
	await pen.reads(next);
	await takesBack(mentee, / is withdrawn\.$/);
	pen.look(mentee);
}

async function takesBack(mentee: Hand, said: RegExp) {
	await mentee.types("/mentor");
	await once(mentee, said, () => mentee.pressesBelow("matching:withdraw"));
}
