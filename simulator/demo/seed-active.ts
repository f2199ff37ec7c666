import { saveAgenda } from "../../src/agenda/agenda.service.ts";
import { coverAgenda, saveWrapUp } from "../../src/agenda/wrap-up.service.ts";
import { sayMet } from "../../src/meetings/answer.service.ts";
import { pick } from "../../src/meetings/pick.service.ts";
import { addShared, agrees, worksOn } from "./steps.ts";
import type { Tell } from "./telling.ts";

const day = 24 * 3_600_000;

/** Under way for two months, with goals, a next meeting and its agenda. */
export async function seedActive(tell: Tell): Promise<string> {
	const { mentee, mentor, act } = tell;
	const mentorshipId = await tell.begins(mentor, 75, {
		kind: "one_to_one",
		duration: "some_months",
		ask: "I would like to hear about your first year of leading people, and to tell you about mine if it comes.",
		offer: "I can look at your dashboards with a designer's eye.",
	});
	await agrees(tell, mentor, mentorshipId, 62);
	await addShared(tell, mentorshipId, 58, {
		text: "Lead a project of three people from start to end",
		measure: "We ship it, and each of the three would do it again",
		steps:
			"Agree on the project with my manager\nPlan the first two weeks together\nGive each of them feedback once\nLook back together",
	});
	for (const [days, id] of [
		[30, 1],
		[14, 2],
	] as const)
		await worksOn(tell, mentorshipId, days, { is: "step", id, isDone: true });
	for (const days of [46, 31]) await meets(tell, mentorshipId, days);
	const meetingId = await meets(tell, mentorshipId, 16);
	await act(mentee, 16, async (deps, visit) => {
		const personId = visit.actor.personId;
		const by = new Date(visit.now.getTime() + 21 * day);
		const dueOn = by.toISOString().slice(0, 10);
		const text = "Ask two team leads what they gave up, and what they got";
		const taken = [{ row: "1" as const, text, owner: personId, dueOn }];
		const wrapUp = { useful: 5, keep: [], taken };
		if (meetingId) await saveWrapUp(deps, visit, meetingId, wrapUp);
	});
	await act(mentee, 4, (deps, visit) =>
		pick(deps, visit, {
			mentorshipId,
			at: nextMeeting(new Date()),
			known: "none",
			ownTime: true,
		}),
	);
	await act(mentee, 3, (deps, visit) =>
		saveAgenda(deps, visit, mentorshipId, {
			form: [
				{
					field: "challenge",
					text: "Two of us wanted different things in the kick-off, and I decided too early.",
				},
				{
					field: "plan",
					text: "Feedback to each of the three next week: I would like to rehearse the hardest one.",
				},
			],
			seen: {},
		}),
	);
	return mentorshipId;
}

/** Gives the id of the meeting they had. */
async function meets(
	{ mentee, act }: Tell,
	mentorshipId: string,
	days: number,
): Promise<string | null> {
	const told = { mentorshipId, inWriting: false };
	const outcome = await act(mentee, days, (deps, visit) =>
		sayMet(deps, visit, told, [coverAgenda]),
	);
	return outcome?.is === "done" ? outcome.meeting.meetingId : null;
}

/** The second working day from now on, in Europe's early afternoon. */
function nextMeeting(now: Date): Date {
	const at = new Date(now);
	at.setUTCHours(13, 0, 0, 0);
	for (let left = 2; left > 0; ) {
		at.setTime(at.getTime() + day);
		if (at.getUTCDay() % 6 !== 0) left--;
	}
	return at;
}
