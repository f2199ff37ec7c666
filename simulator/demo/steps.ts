import { withWorkspace } from "../../src/db/database.ts";
import { doToGoal } from "../../src/goals/goal-acts.service.ts";
import type { GoalAct } from "../../src/goals/goal-acts.ts";
import { addGoal } from "../../src/goals/goal-form.service.ts";
import { goalForm } from "../../src/goals/goal-form.ts";
import { readOwnGoals } from "../../src/goals/goals.service.ts";
import { readVersions } from "../../src/mentorships/agreement.service.ts";
import { edit, sign } from "../../src/mentorships/agreement-acts.service.ts";
import { answerExploring } from "../../src/mentorships/exploring.service.ts";
import { readMentorship } from "../../src/mentorships/mentorships.service.ts";
import type { Tell } from "./telling.ts";
import type { DemoPerson } from "./workspace.ts";

/** Both want to go on; the mentor adds a line to the agreement, both sign. */
export async function agrees(
	{ mentee, act }: Tell,
	mentor: DemoPerson,
	mentorshipId: string,
	days: number,
): Promise<void> {
	for (const one of [mentee, mentor])
		await act(one, days, (deps, visit) =>
			answerExploring(deps, visit, { mentorshipId, goesOn: true }),
		);
	const latest = (person: DemoPerson) =>
		act(person, days - 1, (deps, { workspaceId, now }) =>
			withWorkspace(deps.db, workspaceId, async (trx) => {
				const mentorship = await readMentorship(trx, mentorshipId);
				if (!mentorship) throw new RangeError("There is no mentorship");
				const [first] = await readVersions(deps, trx, mentorship, now);
				if (!first) throw new RangeError("There is no agreement");
				return first;
			}),
		);
	const filled = await latest(mentor);
	const reach = "In our group conversation, with an answer within two days.";
	await act(mentor, days - 1, (deps, visit) =>
		edit(deps, visit, filled.agreementId, { ...filled.words, reach }),
	);
	const edited = await latest(mentee);
	await act(mentee, days - 2, (deps, visit) =>
		sign(deps, visit, edited.agreementId),
	);
}

/** A goal of hers that the mentor reads as well. */
export async function addShared(
	{ mentee, act }: Tell,
	mentorship: string,
	days: number,
	goal: { text: string; measure: string; steps: string },
): Promise<void> {
	await act(mentee, days, (deps, visit) =>
		addGoal(deps, visit, goalForm.parse({ ...goal, mentorship })),
	);
}

/** Something is done for the goal of hers in a mentorship. */
export async function worksOn(
	{ mentee, act }: Tell,
	mentorshipId: string,
	days: number,
	what: GoalAct,
): Promise<void> {
	await act(mentee, days, async (deps, visit) => {
		const { open } = await readOwnGoals(deps, visit);
		const own = open.find(({ goal }) => goal.mentorshipId === mentorshipId);
		if (own) await doToGoal(deps, visit, own.goal.goalId, what);
	});
}
