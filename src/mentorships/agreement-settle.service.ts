import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { readVersions } from "./agreement.service.ts";
import { type Agreement, isOpenToSign, unsignedBy } from "./agreement.ts";
import { datesAfter, datesFrom } from "./agreement-dates.ts";
import { holdsNews } from "./agreement-news.ts";
import { insertSignature, updateInForce } from "./agreements.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { updateMentorship } from "./mentorships.queries.ts";
import { makeMove, saveTurn } from "./move.service.ts";

/** A mentorship that is locked, with its agreement. */
export type Held = {
	trx: WorkspaceTrx;
	mentorship: Mentorship;
	/** The latest first. */
	versions: Agreement[];
};

export type Settled = {
	mentorship: Mentorship;
	/** All have signed it: it is in force from now on. */
	holds: boolean;
	owed: OwedMessage[];
};

/** One more signature; the last one puts the version in force. */
export async function addSignature(
	held: Held,
	agreement: Agreement,
	{ actor, now }: Visit,
): Promise<Settled> {
	const { agreementId } = agreement;
	const by = actor.personId;
	await insertSignature(held.trx, { agreementId, personId: by }, now);
	const signed = { ...agreement, signedBy: [...agreement.signedBy, by] };
	return settle(held, signed, { by, now });
}

/**
 * After someone has left a mentorship that is locked, and given as it is now:
 * theirs may have been the last signature that was missing.
 */
export async function settleAgreement(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<Settled> {
	const versions = await readVersions(deps, trx, mentorship, now);
	const [latest] = versions;
	return latest && latest.signedBy.length > 0 && isOpenToSign(mentorship)
		? settle({ trx, mentorship, versions }, latest, { by: null, now })
		: { mentorship, holds: false, owed: [] };
}

type Last = { by: string | null; now: Date };

async function settle(
	{ trx, mentorship, versions }: Held,
	agreement: Agreement,
	{ by, now }: Last,
): Promise<Settled> {
	const missing = unsignedBy(agreement, mentorship.members);
	if (missing.length > 0 || agreement.inForceAt)
		return { mentorship, holds: false, owed: [] };
	await updateInForce(trx, agreement.agreementId, now);
	if (mentorship.state === "agreeing") {
		const moved = await begin(trx, mentorship, agreement, { by, now });
		return { holds: true, ...moved };
	}
	const before = versions.find(({ inForceAt }) => inForceAt !== null);
	const after = await adapt(trx, mentorship, { before, agreement, now });
	const owed = holdsNews(after, agreement, by);
	return { mentorship: after, holds: true, owed };
}

/** What was agreed begins today. */
function begin(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	{ words: { rhythm, lengthMinutes, months } }: Agreement,
	{ by, now }: Last,
) {
	const activeSince = mentorship.activeSince ?? now;
	return makeMove(trx, mentorship, {
		move: "sign",
		now,
		by,
		terms: { rhythm, lengthMinutes },
		dates: { ...datesFrom(now, months), activeSince },
	});
}

type Change = {
	before: Agreement | undefined;
	agreement: Agreement;
	now: Date;
};

/** It goes on under other terms. */
async function adapt(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	{ before, agreement, now }: Change,
): Promise<Mentorship> {
	const { rhythm, lengthMinutes, months } = agreement.words;
	const spans = { before: before?.words.months ?? months, after: months };
	const dates = datesAfter(mentorship, spans, now);
	const after = { ...mentorship, rhythm, lengthMinutes, ...dates };
	await updateMentorship(trx, mentorship.mentorshipId, {
		rhythm,
		length_minutes: lengthMinutes,
		halfway_on: dates.halfwayOn,
		ends_on: dates.endsOn,
	});
	await saveTurn(trx, after);
	return after;
}
