import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import {
	readMentorship,
	readMentorshipsOf,
} from "../mentorships/mentorships.service.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { Introduction, Party } from "./introduction.ts";
import type { AskForm, OfferForm, Partner } from "./introduction-forms.ts";
import { offerNews, questionNews } from "./introduction-news.ts";
import { sealNote, sealWords } from "./introduction-words.ts";
import {
	findIntroduction,
	insertIntroduction,
	type NewIntroduction,
} from "./introductions.queries.ts";
import { closeKind } from "./introductions.service.ts";
import { readClosing } from "./third.service.ts";

export type KnownPartner = Partner & Party;

/** My mentors, or my mentees, in mentorships that may be spoken of now. */
export const readPartners = (
	deps: Deps,
	{ workspaceId, actor }: Visit,
	role: "mentor" | "mentee",
): Promise<KnownPartner[]> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		const mine = role === "mentor" ? "mentee" : "mentor";
		const mentorships = await readMentorshipsOf(trx, actor.personId);
		return mentorships
			.filter((mentorship) => isOpenTo(mentorship, actor.personId))
			.filter(({ members }) =>
				members.some(
					(one) => one.personId === actor.personId && one.role === mine,
				),
			)
			.flatMap(({ mentorshipId, members }) =>
				members
					.filter((member) => member.role === role)
					.map((member) => ({ mentorshipId, ...member })),
			);
	});

/**
 * Whether someone may begin something in a mentorship. That another has stopped
 * it must not show: what they begin then ends like what nobody answers.
 */
function isOpenTo(mentorship: Mentorship, personId: string): boolean {
	const me = memberOf(mentorship, personId);
	return mentorship.state !== "paused" && me?.stoppedAt === null;
}

/** The partner of a form, read again; undefined: not in such a mentorship. */
async function findPartner(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: Partner,
	{ role, by }: { role: "mentor" | "mentee"; by: string },
) {
	const mentorship = await readMentorship(trx, mentorshipId);
	if (!mentorship || !isOpenTo(mentorship, by)) return undefined;
	return mentorship.members.find(
		(member) => member.personId === personId && member.role === role,
	);
}

type Begun = Introduction | "already" | "gone";

/** A mentee asks whom they could talk to; it is the mentor's move. */
export async function ask(
	deps: Deps,
	visit: Visit,
	{ partner, topic, why }: AskForm,
): Promise<Begun> {
	const { workspaceId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentor = await findPartner(trx, partner, {
			role: "mentor",
			by: actor.personId,
		});
		if (!mentor) return "gone";
		const introductionId = newId();
		const owner = { workspaceId, introductionId };
		const begun = await begin(trx, visit, mentor.personId, {
			introductionId,
			mentorshipId: partner.mentorshipId,
			menteeId: actor.personId,
			mentorId: mentor.personId,
			thirdId: null,
			state: "asked",
			words: sealWords(deps.cipher, owner, { topic, why }),
			note: null,
		});
		if (typeof begun !== "string") await insertOwed(trx, questionNews(begun));
		return begun;
	});
}

/** A mentor thinks of someone unasked; the mentee says first if they want it. */
export async function offer(
	deps: Deps,
	visit: Visit,
	{ partner, topic, note }: OfferForm,
	thirdId: string,
): Promise<Begun> {
	const { workspaceId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentee = await findPartner(trx, partner, {
			role: "mentee",
			by: actor.personId,
		});
		if (!mentee) return "gone";
		const introductionId = newId();
		const owner = { workspaceId, introductionId };
		const begun = await begin(trx, visit, mentee.personId, {
			introductionId,
			mentorshipId: partner.mentorshipId,
			menteeId: mentee.personId,
			mentorId: actor.personId,
			thirdId,
			state: "offered",
			words: sealWords(deps.cipher, owner, { topic, why: null }),
			note: sealNote(deps.cipher, owner, note),
		});
		if (typeof begun !== "string") await insertOwed(trx, offerNews(begun));
		return begun;
	});
}

type Beginning = Omit<NewIntroduction, "followsId" | "closesAt" | "now">;

/** Begins one, once a request; its clock is that of whoever has the move. */
async function begin(
	trx: WorkspaceTrx,
	{ programId, now, key }: Visit,
	moverId: string,
	beginning: Beginning,
): Promise<Begun> {
	const closesAt = await readClosing(trx, { programId, now }, moverId);
	// What is refused may be sent again with somebody else in it.
	const { mentorId, thirdId } = beginning;
	if (!(await claimRequest(trx, `${key}:${mentorId}:${thirdId ?? ""}`)))
		return "already";
	const made = { ...beginning, followsId: null, closesAt, now };
	if (!(await insertIntroduction(trx, made))) return "already";
	const subjectId = beginning.introductionId;
	await saveSchedule(trx, { kind: closeKind, subjectId, nextAt: closesAt });
	return (await findIntroduction(trx, subjectId)) ?? "gone";
}
