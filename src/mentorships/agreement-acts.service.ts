import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { readVersions } from "./agreement.service.ts";
import {
	type Agreement,
	type AgreementWords,
	isOpenToSign,
	sealAgreement,
} from "./agreement.ts";
import { changesBetween } from "./agreement-changes.ts";
import { discardDraft, writeDraft } from "./agreement-drafts.service.ts";
import { changedNews } from "./agreement-news.ts";
import { addSignature, type Held } from "./agreement-settle.service.ts";
import { findMentorshipOf, insertAgreement } from "./agreements.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { lockMentorship } from "./read-mentorships.queries.ts";

/** What became of a signature. */
export type SignedAs =
	/** Others have still to sign. */
	| "signed"
	/** It was the last one: it holds. */
	| "holds"
	| "already"
	/** Somebody has changed it since. */
	| "changed"
	/** It cannot be signed in the state it is in. */
	| "closed";

/** Signs one version; only the latest can be. null: there is none of this id. */
export function sign(
	deps: Deps,
	visit: Visit,
	agreementId: string,
): Promise<{ did: SignedAs; mentorship: Mentorship } | null> {
	const { personId } = visit.actor;
	return onAgreement(deps, visit, agreementId, async (held) => {
		const { trx, mentorship, versions } = held;
		const [latest] = versions;
		if (!latest || latest.agreementId !== agreementId)
			return { did: "changed", mentorship };
		if (latest.signedBy.includes(personId))
			return { did: "already", mentorship };
		if (!isOpenToSign(mentorship)) return { did: "closed", mentorship };
		const settled = await addSignature(held, latest, visit);
		await discardDraft(trx, visit, mentorship.mentorshipId);
		await insertOwed(trx, settled.owed);
		return { did: settled.holds ? "holds" : "signed", ...settled };
	});
}

/** What became of an edit. */
export type Edited =
	| { is: "saved"; mentorship: Mentorship; holds: boolean }
	/** Nothing in it differs from what stands there. */
	| { is: "same"; mentorship: Mentorship }
	/** Somebody changed it while it was being edited. */
	| {
			is: "changed";
			mentorship: Mentorship;
			before: Agreement;
			latest: Agreement;
	  }
	| { is: "closed"; mentorship: Mentorship };

/**
 * Writes the next version, signed by who edits it; everyone else signs anew.
 * `agreementId` is the version it was made from.
 */
export function edit(
	deps: Deps,
	visit: Visit,
	agreementId: string,
	words: AgreementWords,
): Promise<Edited | null> {
	return onAgreement<Edited>(deps, visit, agreementId, async (held) => {
		const { trx, mentorship, versions } = held;
		const { mentorshipId } = mentorship;
		const keep = () =>
			writeDraft(deps, trx, visit, mentorship, { agreementId, words });
		const [latest] = versions;
		const before = versions.find((one) => one.agreementId === agreementId);
		if (!latest || !before || !isOpenToSign(mentorship)) {
			await keep();
			return { is: "closed", mentorship };
		}
		if (changesBetween(latest.words, words).length === 0) {
			await discardDraft(trx, visit, mentorshipId);
			return { is: "same", mentorship };
		}
		if (latest !== before) {
			await keep();
			return { is: "changed", mentorship, before, latest };
		}
		if (!(await claimRequest(trx, visit.key)))
			return { is: "saved", mentorship, holds: false };
		await discardDraft(trx, visit, mentorshipId);
		const next = await writeNext(deps, trx, visit, { latest, words });
		const settled = await addSignature(held, next, visit);
		const news = settled.holds ? [] : changedNews(mentorship, next);
		await insertOwed(trx, [...settled.owed, ...news]);
		const people = mentorship.members.map(({ personId }) => personId);
		await updateHomeChanged(trx, people);
		return { is: "saved", ...settled };
	});
}

/** One after another: a mentorship's agreement is changed under its lock. */
function onAgreement<T>(
	deps: Deps,
	{ workspaceId, now }: Visit,
	agreementId: string,
	work: (held: Held) => Promise<T>,
): Promise<T | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorshipId = await findMentorshipOf(trx, agreementId);
		const mentorship =
			mentorshipId && (await lockMentorship(trx, mentorshipId));
		if (!mentorship) return null;
		const versions = await readVersions(deps, trx, mentorship, now);
		return work({ trx, mentorship, versions });
	});
}

async function writeNext(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, actor, now }: Visit,
	{ latest, words }: { latest: Agreement; words: AgreementWords },
): Promise<Agreement> {
	const agreementId = newId();
	const version = latest.version + 1;
	const { mentorshipId } = latest;
	await insertAgreement(trx, {
		agreementId,
		mentorshipId,
		version,
		authorId: actor.personId,
		words: sealAgreement(deps.cipher, { workspaceId, agreementId }, words),
		now,
	});
	return {
		...{ agreementId, mentorshipId, version, words },
		author: actor,
		writtenAt: now,
		inForceAt: null,
		signedBy: [],
	};
}
