import type { Deps } from "../../src/deps.ts";
import { accept } from "../../src/matching/answer.service.ts";
import { sendAsk } from "../../src/matching/ask.service.ts";
import type { Ask } from "../../src/matching/ask.ts";
import { saveDraft } from "../../src/matching/ask-drafts.service.ts";
import { readReceived } from "../../src/matching/requests.service.ts";
import { type Seeded, visitOf } from "./seeded.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** Asks a mentor as the form would; false: these two may not meet. */
export async function ask(
	deps: Deps,
	seeded: Seeded,
	person: DemoPerson,
	mentorId: string,
	differs: Partial<Ask> = {},
): Promise<boolean> {
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
		...differs,
	});
	return (await sendAsk(deps, visit, mentorId)).sent;
}

/** A mentor accepts all that waits for them. */
export async function acceptFrom(
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
