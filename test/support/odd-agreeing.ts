import type { Hand } from "./hand.ts";
import type { Pen } from "./pen.ts";
import { until } from "./until.ts";

/** A mentorship, however it came about, is to be agreed on. */
export const agreeingOf = (mentorshipId: string) =>
	`update mentorship set state = 'agreeing', since = now()
		where mentorship_id = '${mentorshipId}'`;

/** It is under way and half over, as if all had signed; or over. */
export const halfwayOf = (mentorshipId: string) =>
	`update mentorship set state = 'active'
			where mentorship_id = '${mentorshipId}';
		with asked as (insert into halfway
				(workspace_id, halfway_id, mentorship_id, asked_at)
			select workspace_id, gen_random_uuid(), mentorship_id, now()
				from mentorship where mentorship_id = '${mentorshipId}'
			returning workspace_id, halfway_id, mentorship_id)
		insert into halfway_answer (workspace_id, halfway_id, person_id)
			select workspace_id, halfway_id, person_id
				from asked join mentorship_member using (workspace_id, mentorship_id)`;

export const overOf = (mentorshipId: string) =>
	`update mentorship set state = 'completed'
		where mentorship_id = '${mentorshipId}'`;

/** Each puts the agreement into other words, which the other one reads. */
export async function agrees(
	pen: Pen,
	mentorshipId: string,
	...both: Hand[]
): Promise<void> {
	for (const one of both) {
		await opensPage(one, mentorshipId);
		await one.presses("mentorships:agreement");
		await one.shown("mentorships:agreementPage");
		pen.look(one);
		await one.presses("mentorships:editAgreement");
		await pen.writes(one, "mentorships:saveAgreement");
		await one.shown("mentorships:agreementPage");
		pen.look(one);
		await one.presses("mentorships:versions");
		await pen.reads(one, "mentorships:versionsPage");
	}
}

/** Each writes what to keep, to stop and to start; then both read it. */
export async function looksHalfway(
	pen: Pen,
	mentorshipId: string,
	one: Hand,
	other: Hand,
): Promise<void> {
	await opensPage(one, mentorshipId);
	await one.presses("mentorships:halfway");
	await pen.writes(one, "mentorships:saveHalfway");
	await pen.reads(one);
	await opensPage(other, mentorshipId);
	await other.presses("mentorships:halfway");
	await pen.writes(other, "mentorships:saveHalfway");
	await pen.reads(other, "mentorships:halfwayPage");
	for (const reader of [one, other]) pen.look(reader);
}

async function opensPage(person: Hand, mentorshipId: string) {
	const open = "mentorships:open";
	await person.opensHome();
	await until("the mentorship on Home", () => {
		const home = person.surface().home?.blocks ?? [];
		return person.buttonsIn(home, open).includes(mentorshipId);
	});
	await person.pressesAtHome(open, mentorshipId);
	await person.shown("mentorships:page");
}
