import type { Deps } from "../../src/deps.ts";
import { accept } from "../../src/matching/answer.service.ts";
import { sendAsk } from "../../src/matching/ask.service.ts";
import { saveDraft } from "../../src/matching/ask-drafts.service.ts";
import { find } from "../../src/matching/find.service.ts";
import { readReceived } from "../../src/matching/requests.service.ts";
import { type Seeded, visitOf } from "./seeded.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** Of those who want something, every so many have asked someone. */
const askEvery = 6;

/**
 * Some life before the first visitor: mentees have asked their best match, and
 * all but the last few were accepted. The mentor to try the bot as has a
 * request to answer.
 */
export async function seedRequests(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
): Promise<void> {
	const mentees = workspace.people.filter(
		({ enrollment }) => enrollment?.state === "open" && enrollment.goal,
	);
	const askers = mentees.filter(
		(person, index) => index % askEvery === 0 && person.id !== workspace.mentor,
	);
	for (const [index, person] of askers.entries()) {
		const visit = visitOf(deps, seeded, person);
		const { found } = await find(deps, visit, { query: "", offset: 0 });
		const mentor = found.find(
			({ slackUserId }) => slackUserId !== workspace.mentor,
		);
		if (!mentor) continue;
		await ask(deps, seeded, person, mentor.personId);
		const answered = index < askers.length - 3;
		if (answered) await acceptFrom(deps, seeded, workspace, mentor.slackUserId);
	}
	const [first] = mentees.filter(
		(person) => person.id !== workspace.mentor && !askers.includes(person),
	);
	const mentorId = seeded.personIds.get(workspace.mentor ?? "");
	if (first && mentorId) await ask(deps, seeded, first, mentorId);
}

async function ask(
	deps: Deps,
	seeded: Seeded,
	person: DemoPerson,
	mentorId: string,
): Promise<void> {
	const visit = visitOf(deps, seeded, person);
	await saveDraft(deps, visit, mentorId, {
		ask: "I would like to go through one concrete case with you: what I tried, where I am stuck, and what I plan next.",
		goal: person.enrollment?.goal ?? null,
		duration: "one_talk",
		why: null,
		offer: null,
		recommendedBy: null,
		notMyManager: true,
		ready: true,
	});
	await sendAsk(deps, visit, mentorId);
}

async function acceptFrom(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
	mentorSlackId: string,
): Promise<void> {
	const mentor = workspace.people.find(({ id }) => id === mentorSlackId);
	if (!mentor) return;
	const visit = visitOf(deps, seeded, mentor);
	for (const { requestId } of await readReceived(deps, visit))
		await accept(deps, visit, requestId);
}
