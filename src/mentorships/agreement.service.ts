import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { openField } from "../enrollment/sealing.ts";
import { readProgram } from "../programs/programs.service.ts";
import {
	type AgreedGoal,
	type Agreement,
	type AgreementWords,
	hasAgreement,
	openAgreement,
	sealAgreement,
} from "./agreement.ts";
import { fillIn } from "./agreement-fill.ts";
import {
	type AgreementRow,
	insertAgreement,
	listAgreements,
	listPreferences,
} from "./agreements.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { lockMentorship } from "./read-mentorships.queries.ts";

/** The goals of a mentorship, as the slice that keeps them reads them. */
export type ReadGoals = (
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
) => Promise<AgreedGoal[]>;

/** An agreement as its members look at it. */
export type AgreementPage = {
	mentorship: Mentorship;
	/** Every version, the latest first; empty: none has been written yet. */
	versions: Agreement[];
	goals: AgreedGoal[];
};

export async function readAgreementPage(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	{ readGoals, now }: { readGoals: ReadGoals; now: Date },
): Promise<AgreementPage> {
	const [versions, goals] = await Promise.all([
		readVersions(deps, trx, mentorship, now),
		readGoals(deps, trx, mentorship.mentorshipId),
	]);
	return { mentorship, versions, goals };
}

/**
 * All versions, the latest first. The first one is written when somebody first
 * looks for it: from the profiles as they are then, or, when members come back
 * with new goals, from the one before.
 */
export async function readVersions(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<Agreement[]> {
	const { mentorshipId } = mentorship;
	const there = await listAgreements(trx, mentorshipId);
	const open = (rows: AgreementRow[]) =>
		rows.map((row) => openRow(deps, trx, row));
	const [latest] = open(there);
	if (!isWanted(mentorship, latest)) return open(there);
	// The last of them may have signed after the mentorship was read.
	const held = await lockMentorship(trx, mentorshipId);
	if (!held || !isWanted(held, latest)) return open(there);
	const agreementId = newId();
	const words = latest?.words ?? (await readFirstWords(deps, trx, mentorship));
	const owner = { workspaceId: trx.workspaceId, agreementId };
	// Two may look at once: one of them writes it.
	await insertAgreement(trx, {
		agreementId,
		mentorshipId,
		version: (latest?.version ?? 0) + 1,
		authorId: null,
		words: sealAgreement(deps.cipher, owner, words),
		now,
	});
	return open(await listAgreements(trx, mentorshipId));
}

/** Whether a version is to be begun that nobody has edited. */
function isWanted(mentorship: Mentorship, latest?: Agreement): boolean {
	if (!hasAgreement(mentorship)) return false;
	if (mentorship.state === "active") return !latest;
	return mentorship.state === "agreeing" && (!latest || !!latest.inForceAt);
}

function openRow(
	{ cipher }: Deps,
	{ workspaceId }: WorkspaceTrx,
	row: AgreementRow,
): Agreement {
	const { agreementId } = row;
	const words = openAgreement(cipher, { workspaceId, agreementId }, row.words);
	return { ...row, words };
}

async function readFirstWords(
	{ cipher }: Deps,
	trx: WorkspaceTrx,
	{ mentorshipId, programId, kind }: Mentorship,
): Promise<AgreementWords> {
	const [rows, { settings }] = await Promise.all([
		listPreferences(trx, mentorshipId),
		readProgram(trx, programId),
	]);
	const profiles = rows.map(({ personId, offer, helpsNotWith, ...row }) => {
		const owner = { workspaceId: trx.workspaceId, programId, personId };
		return {
			...row,
			offer: openField(cipher, owner, "offer", offer),
			helpsNotWith: openField(cipher, owner, "helps_not_with", helpsNotWith),
		};
	});
	return fillIn(kind, profiles, settings);
}
