import type { Hand } from "./hand.ts";
import { once, type Pen } from "./pen.ts";
import { until } from "./until.ts";

/** A mentorship, however it came about, is a flash. */
export const flashOf = (mentorshipId: string) =>
	`update mentorship set kind = 'flash' where mentorship_id = '${mentorshipId}'`;

/** After their one conversation the mentee says thank you, in words. */
export async function thanksAfterFlash(
	pen: Pen,
	mentorshipId: string,
	mentee: Hand,
	mentor: Hand,
): Promise<void> {
	const open = "mentorships:open";
	await mentee.opensHome();
	await until("the flash on Home", () => {
		const home = mentee.surface().home?.blocks ?? [];
		return mentee.buttonsIn(home, open).includes(mentorshipId);
	});
	await mentee.pressesAtHome(open, mentorshipId);
	await mentee.shown("mentorships:page");
	await mentee.presses("mentorships:openThanks");
	await once(mentor, /thanks you for your conversation/, () =>
		pen.writes(mentee, "mentorships:sendThanks"),
	);
	await pen.reads(mentee);
	pen.look(mentor);
}
