import type { Hand } from "./hand.ts";
import type { Pen } from "./pen.ts";
import { until } from "./until.ts";

type Two = { mentorshipId: string; mentorId: string; menteeId: string };

/** A mentorship of these two, apart from any other they have, that closes. */
export const closingOf = ({ mentorshipId, mentorId, menteeId }: Two) =>
	`with made as (insert into mentorship
			(workspace_id, mentorship_id, program_id, kind, state)
			select workspace_id, '${mentorshipId}', program_id, 'sponsor', 'closing'
				from mentorship limit 1
			returning workspace_id, mentorship_id)
		insert into mentorship_member
				(workspace_id, mentorship_id, person_id, role)
			select workspace_id, mentorship_id, person_id,
					case slack_user_id when '${mentorId}' then 'mentor' else 'mentee' end
				from made join person using (workspace_id)
				where slack_user_id in ('${mentorId}', '${menteeId}')`;

/** Both look back on it and thank each other; then each reads their story. */
export async function looksBack(
	pen: Pen,
	mentorshipId: string,
	...both: Hand[]
): Promise<void> {
	for (const one of both) {
		await opens(one, "end", "mentorships:saveLookBack", mentorshipId);
		await pen.writes(one, "mentorships:saveLookBack");
		const view = await one.shown("mentorships:choose");
		await one.picks(view, "ending");
		await one.submits();
		await pen.reads(one);
	}
	for (const one of both) {
		await opens(one, "story", "mentorships:storyPage", mentorshipId);
		await pen.reads(one, "mentorships:storyPage");
	}
}

/** By its command; where there are several it asks which. */
async function opens(
	person: Hand,
	command: "end" | "story",
	page: string,
	mentorshipId: string,
): Promise<void> {
	await person.types(`/mentor ${command}`);
	const { callback_id } = await until(`a page of ${command}`, () => {
		const view = person.surface().modals.at(-1);
		const isThere = [page, "mentorships:pick"].includes(
			view?.callback_id ?? "",
		);
		return isThere && view;
	});
	if (callback_id !== page)
		await person.presses(`mentorships:${command}`, mentorshipId);
	await person.shown(page);
}
