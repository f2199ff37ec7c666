import type { Hand } from "./hand.ts";
import { joinsOn, leaves } from "./odd-asking.ts";
import type { Pen } from "./pen.ts";
import { until } from "./until.ts";

/** What managers write, and who comes to their program. */

/** What goes on one line of a field that takes several. */
const line = (text: string) => text.replace(/\s+/g, " ");
const cell = (text: string) =>
	`"${line(text).replaceAll('"', '""').slice(0, 60)}"`;

/** What a workspace says of itself: its first manager, its first name. */
export async function claims(pen: Pen, manager: Hand) {
	await pen.tapsAtHome(manager, "programs:claim");
	await until("a program of their own", () =>
		JSON.stringify(manager.surface().home).includes("programs:open"),
	);
	await manager.types("/mentor program");
	await pen.writes(manager, "programs:save-first");
	await pen.reads(manager, "programs:hub");
}

/** The pages of the settings that take words. */
export async function settles(pen: Pen, manager: Hand) {
	await manager.types("/mentor program");
	for (const page of ["basics", "holidays"]) {
		await manager.shown("programs:hub");
		pen.look(manager);
		await manager.presses("programs:openPage", page);
		const otherwise = { holidays: `2099-12-25 x${line(pen.next())}` };
		await pen.writes(manager, `programs:save-${page}`, { otherwise });
	}
	await manager.shown("programs:hub");
	await manager.presses("programs:participation");
	await pen.writes(manager, "programs:save-participation");
	await pen.reads(manager);
}

/** A cohort whose sign-up is open, of the first program. */
export const cohortIn = `insert into cohort (workspace_id, cohort_id,
		program_id, name, signup_from, signup_until, kickoff_on, ends_on)
	select workspace_id, gen_random_uuid(), program_id, 'Spring',
		current_date - 30, current_date + 30, current_date + 31,
		current_date + 300
	from program where is_first`;

/** It is called something else. */
export async function renamesCohort(pen: Pen, manager: Hand) {
	await manager.types("/mentor program");
	await manager.shown("programs:hub");
	await manager.presses("programs:cohorts");
	await manager.shown("programs:cohortsPage");
	await manager.presses("programs:editCohort");
	await pen.writes(manager, "programs:save-cohort");
	await pen.reads(manager, "programs:cohortsPage");
}

/** A topic that is new, and is called something else in a while. */
export async function namesTopic(pen: Pen, manager: Hand, number: number) {
	const otherwise = { name: `Topic ${number}`, synonyms: `Also ${number}` };
	await manager.types("/mentor program");
	await manager.shown("programs:hub");
	await manager.presses("programs:topics");
	await manager.shown("programs:findTopic");
	await manager.presses("programs:addTopic");
	await pen.writes(manager, "programs:save-topic", { otherwise });
	await pen.reads(manager, "programs:findTopic");
}

/** Rows of all sorts, and then some that can be read. */
export async function pastes(pen: Pen, manager: Hand, ids: string[]) {
	await manager.types("/mentor program");
	await manager.shown("programs:hub");
	await manager.presses("workspaces:directory");
	await pen.writes(manager, "workspaces:checkImport");
	const view = await until("what is wrong with the rows", () => {
		const form = manager.surface().modals.at(-1);
		return (
			form?.callback_id === "workspaces:checkImport" &&
			!form.errors.pasted &&
			form
		);
	});
	pen.look(manager);
	const rows = ids.map((id) => [id, cell(pen.next()), cell(pen.next())].join());
	const pasted = ["slack_id,department,location", ...rows].join("\n");
	await manager.fills(view, { pasted });
	await manager.submits();
	await manager.shown("workspaces:confirmImport");
	pen.look(manager);
	await manager.submits();
	await pen.reads(manager);
}

/** One more program, of whatever name. */
export async function creates(pen: Pen, admin: Hand) {
	await admin.types("/mentor program");
	await admin.shown("programs:hub");
	await admin.presses("programs:newProgram");
	await pen.writes(admin, "programs:create");
	await pen.reads(admin);
	await admin.types("/mentor programs");
}

type Newcomer = { person: Hand; id: string; by: Hand; mentor: string };

/** Joins from a nomination, to wait, and to ask somebody. */
export async function comes(pen: Pen, { person, id, by, mentor }: Newcomer) {
	await by.types(`/mentor suggest <@${id}> ${pen.next()}`);
	await pen.writes(by, "enrollment:nominate", {
		choose: (view) => by.looksUp(view, "topic", pen.next()),
	});
	await pen.reads(by);
	await until("an invitation", () =>
		JSON.stringify(person.surface()).includes("enrollment:joinNominated"),
	);
	pen.look(person);
	await person.pressesBelow("enrollment:joinNominated");
	await joinsOn(pen, person, "enrollment:joinFromNomination");
	await pen.reads(person);
	await leaves(person);
	await person.types(`/mentor find ${pen.next()} zqx`);
	pen.look(person);
	// Where somebody suits even such words, there is nothing to wait for.
	if (JSON.stringify(person.surface()).includes("matching:wait")) {
		await person.pressesBelow("matching:wait");
		await joinsOn(pen, person, "matching:joinAndWait");
		await pen.reads(person);
		await person.opensHome();
		pen.look(person);
		await leaves(person);
	}
	await person.types(`/mentor ask <@${mentor}>`);
	await joinsOn(pen, person, "matching:joinAndAsk");
	await person.shown("matching:preview");
	pen.look(person);
	await person.closes();
}
