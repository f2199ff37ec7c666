import { withWorkspace } from "../../src/db/database.ts";
import { beginWithGoal } from "../../src/goals/begin.service.ts";
import { sayMet } from "../../src/meetings/answer.service.ts";
import { pick } from "../../src/meetings/pick.service.ts";
import { close } from "../../src/mentorships/close.service.ts";
import { beginExternal } from "../../src/mentorships/external.service.ts";
import {
	choose,
	saveLookBack,
} from "../../src/mentorships/look-back.service.ts";
import { readMentorshipsOf } from "../../src/mentorships/mentorships.service.ts";
import { ago } from "./seeded.ts";
import { addShared, agrees, worksOn } from "./steps.ts";
import { dateBack, type Tell } from "./telling.ts";

/** Half a year with a mentor is over: the mentor has looked back, she has not. */
export async function seedClosing(tell: Tell): Promise<string> {
	const { mentee, act } = tell;
	const mentor = await tell.finds("Accessibility", "one_to_one");
	const mentorshipId = await tell.begins(mentor, 205, {
		kind: "one_to_one",
		duration: "some_months",
		ask: "I would like to learn how you get accessibility into a design from the first sketch on.",
	});
	await agrees(tell, mentor, mentorshipId, 190);
	await addShared(tell, mentorshipId, 188, {
		text: "Run an accessibility review of our own on every new screen",
		measure: "Three teams use my checklist",
		steps: "Write the checklist\nTry it with one team\nHand it to two more",
	});
	for (const days of [150, 110, 70, 35])
		await act(mentee, days, (deps, visit) =>
			sayMet(deps, visit, { mentorshipId, inWriting: false }, []),
		);
	await worksOn(tell, mentorshipId, 20, { is: "reach" });
	await act(mentor, 4, (deps, visit) => close(deps, visit, mentorshipId));
	await act(mentor, 3, async (deps, visit) => {
		await saveLookBack(deps, visit, mentorshipId, {
			helped: ["questions", "honesty"],
			helpedWords: null,
			learned: "How much a checklist helps when its users wrote half of it.",
			ownWords: null,
			thanks:
				"Thank you for asking why until I had an answer. I review my own work differently now.",
			quote: null,
		});
		const again = { ...visit, key: `${visit.key}:choice` };
		await choose(deps, again, mentorshipId, "finished");
	});
	return mentorshipId;
}

/** Two weeks in: they talked yesterday, and nobody has said so yet. */
export async function seedTrial(tell: Tell): Promise<string> {
	const mentor = await tell.finds("Data storytelling", "expertise");
	const mentorshipId = await tell.begins(mentor, 12, {
		kind: "expertise",
		duration: "few_talks",
		ask: "I would like to go through one chart of ours with you and find out what it should say.",
	});
	await tell.act(tell.mentee, 9, (deps, visit) =>
		pick(deps, visit, {
			mentorshipId,
			at: ago({ ...deps, now: () => new Date() }, 1).now(),
			known: "none",
			ownTime: true,
		}),
	);
	return mentorshipId;
}

/** A mentor whom Slack does not know: only she hears of it. */
export async function seedExternal(tell: Tell): Promise<string | null> {
	const { mentee, act } = tell;
	await act(mentee, 40, (deps, visit) =>
		beginExternal(
			deps,
			visit,
			{
				name: "Grace Lindqvist",
				about: "finding my way in a design career",
				rhythm: "monthly",
				months: "open",
				goal: "Write down what I want my next role to be",
			},
			[beginWithGoal],
		),
	);
	const mentorshipId = await act(
		mentee,
		40,
		(deps, { workspaceId, ...visit }) =>
			withWorkspace(deps.db, workspaceId, async (trx) => {
				const mine = await readMentorshipsOf(trx, visit.actor.personId);
				const begun = mine.find(({ kind }) => kind === "external");
				if (begun) await dateBack(trx, begun.mentorshipId, visit.now);
				return begun?.mentorshipId ?? null;
			}),
	);
	if (!mentorshipId) return null;
	await act(mentee, 8, (deps, visit) =>
		sayMet(deps, visit, { mentorshipId, inWriting: false }, []),
	);
	await worksOn(tell, mentorshipId, 7, { is: "quarters", quarters: 1 });
	return mentorshipId;
}
