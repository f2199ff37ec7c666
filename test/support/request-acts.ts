import fc from "fast-check";
import {
	comeBack,
	setAway,
} from "../../src/enrollment/availability.service.ts";
import {
	enroll,
	leave,
	pause,
	resume,
} from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import {
	accept,
	decline,
	declineRest,
} from "../../src/matching/answer.service.ts";
import { sendAsk } from "../../src/matching/ask.service.ts";
import { askBack, reply } from "../../src/matching/ask-back.service.ts";
import {
	saveChoices,
	saveDraft,
} from "../../src/matching/ask-drafts.service.ts";
import {
	closeRequestsOf,
	withdraw,
	withdrawList,
} from "../../src/matching/withdraw.service.ts";
import type { Actor, Visit } from "../../src/slack/feature.ts";
import type { Office } from "./office.ts";

/** Some people of an office, and what time it is there. */
export type Cast = {
	office: Office;
	mentees: string[];
	/** Who may be asked; some are mentees as well, one has not joined. */
	mentors: string[];
	now: Date;
};

type Request = {
	requestId: string;
	menteeId: string;
	mentorId: string;
	state: string;
};
type OnRequest = (cast: Cast, visit: Visit, id: string) => Promise<unknown>;
type OnSelf = (cast: Cast, visit: Visit) => Promise<unknown>;

const day = 24 * 60 * 60_000;

/** By the same services that Slack's requests reach. */
const byMentor: Record<string, OnRequest> = {
	accept: ({ office }, visit, id) => accept(office.deps, visit, id),
	decline: ({ office }, visit, id) => decline(office.deps, visit, id),
	declineRest: ({ office }, visit, id) => declineRest(office.deps, visit, id),
	askBack: ({ office }, visit, id) =>
		askBack(office.deps, visit, id, "What have you tried?"),
};
const byMentee: Record<string, OnRequest> = {
	reply: ({ office }, visit, id) => reply(office.deps, visit, id, "A lot."),
	withdraw: ({ office }, visit, id) => withdraw(office.deps, visit, id),
	withdrawList: ({ office }, visit, id) => withdrawList(office.deps, visit, id),
};
const byAnyone: Record<string, OnSelf> = {
	pause: ({ office }, visit) => pause(office.deps, visit),
	resume: ({ office }, visit) => resume(office.deps, visit),
	leave: ({ office }, visit) => leave(office.deps, visit, [closeRequestsOf]),
	join: ({ office }, { actor: { personId } }) =>
		office.run((trx) => {
			const key = { programId: office.programId, personId };
			const form = { ...emptyJoinForm, role: "both" as const };
			return enroll(office.deps, trx, key, form);
		}),
	away: ({ office }, visit) =>
		setAway(office.deps, visit, new Date(visit.now.getTime() + 14 * day)),
	available: ({ office }, visit) => comeBack(office.deps, visit),
};

/** What somebody does; numbers pick from what there is, in a circle. */
export type Act = { do: string; whom: number; mentors: number[] };

export const anAct: fc.Arbitrary<Act> = fc.record({
	do: fc.oneof(
		{ weight: 5, arbitrary: fc.constant("ask") },
		{ weight: 3, arbitrary: fc.constantFrom("accept", "askBack") },
		{ weight: 3, arbitrary: fc.constantFrom(...Object.keys(byMentor)) },
		{ weight: 3, arbitrary: fc.constantFrom(...Object.keys(byMentee)) },
		{ weight: 1, arbitrary: fc.constantFrom(...Object.keys(byAnyone)) },
	),
	whom: fc.nat(999),
	mentors: fc.oneof(
		fc.array(fc.nat(999), { minLength: 1, maxLength: 1 }),
		fc.array(fc.nat(999), { minLength: 2, maxLength: 4 }),
	),
});

export async function perform(
	cast: Cast,
	act: Act,
	requests: Request[],
): Promise<void> {
	const { mentees, mentors } = cast;
	const at = <T>(list: T[], index: number) => list[index % list.length];
	if (act.do === "ask") {
		const mentee = at(mentees, act.whom) ?? "";
		const others = mentors.filter((mentor) => mentor !== mentee);
		const chosen = act.mentors.flatMap((index) => at(others, index) ?? []);
		await ask(cast, await visitOf(cast, mentee), [...new Set(chosen)]);
		return;
	}
	const onSelf = byAnyone[act.do];
	const onRequest = byMentor[act.do] ?? byMentee[act.do];
	// Most taps are on what is open, some on old buttons.
	const open = requests.filter(({ state }) => /open|asked_back/.test(state));
	const isOld = open.length === 0 || act.whom % 4 === 0;
	const request = at(isOld ? requests : open, act.whom);
	if (onSelf) {
		const person = at([...mentees, ...mentors], act.whom) ?? "";
		await onSelf(cast, await visitOf(cast, person));
	} else if (onRequest && request) {
		const { requestId, mentorId, menteeId } = request;
		const actor = act.do in byMentor ? mentorId : menteeId;
		await onRequest(cast, await visitOf(cast, actor), requestId);
	}
}

/** As the gate would make it: with what is known of them right now. */
async function visitOf({ office, now }: Cast, personId: string) {
	const visit = office.visit(personId);
	const row = await office.run((trx) =>
		trx
			.selectFrom("enrollment")
			.select(["role", "state"])
			.where("workspace_id", "=", trx.workspaceId)
			.where("person_id", "=", personId)
			.executeTakeFirst(),
	);
	const enrollment = row ? { ...row, ready: true } : null;
	const actor: Actor = { ...visit.actor, enrollment };
	return { ...visit, actor, now };
}

/** The first is asked, the others are the next choices. */
async function ask({ office }: Cast, visit: Visit, mentors: string[]) {
	const [first, ...next] = mentors;
	if (!first) return;
	const { deps } = office;
	await saveDraft(deps, visit, first, {
		ask: "Look at my plan",
		goal: null,
		duration: "one_talk",
		why: null,
		offer: null,
		recommendedBy: null,
		notMyManager: true,
		ready: true,
	});
	const ranked = next.map((mentorId) => ({ mentorId, why: null }));
	const choices = { ranked, notMyManagers: true };
	await office.run((trx) =>
		saveChoices(deps, trx, visit, { mentorId: first, choices }),
	);
	await sendAsk(deps, visit, first);
}
