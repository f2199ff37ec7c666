import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { readProgramsFor } from "../programs/choose.service.ts";
import {
	type OnNewText,
	readParticipation,
	readParticipationText,
	readVersions,
} from "../programs/participation.service.ts";
import { newTermsFor, type Terms } from "../programs/participation.ts";
import { programPhrase } from "../programs/program-phrase.ts";
import { readSpokenName } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { Text } from "../slack/text.ts";
import {
	countMentorships,
	findEnrollment,
	listEnrolled,
	updateEnrollment,
} from "./enrollment.queries.ts";
import { keyOf } from "./enrollment.service.ts";

/** A text with a new version, for someone who agreed to an earlier one. */
export type NewText = {
	textId: string;
	terms: Terms;
	/** That managers see by name how mentorships go is new to them. */
	isHealthNew: boolean;
	/** The program within a sentence. */
	program: string;
	/** That end when they leave it instead. */
	mentorships: number;
};

/** Whoever has not agreed to what a new text says is asked once. */
export const askToAgree: OnNewText = async (
	trx,
	{ programId, textId, version },
) => {
	const [people, versions] = await Promise.all([
		listEnrolled(trx, programId),
		readVersions(trx, programId),
	]);
	return people
		.filter(({ agreedTo }) => newTermsFor(versions, agreedTo) !== null)
		.map(
			({ personId }): OwedMessage => ({
				kind: "enrollment:participation",
				to: { personId },
				subjectId: textId,
				key: `participation:${programId}:${version}:${personId}`,
				urgency: "today",
				staleAfterHours: 14 * 24,
			}),
		);
};

/** The text someone has still to agree to; null: there is none. */
export async function readNewText(
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
	text: Text,
): Promise<NewText | null> {
	const enrollment = await findEnrollment(trx, key);
	if (!enrollment || enrollment.state === "left") return null;
	const [terms, versions] = await Promise.all([
		readParticipation(trx, key.programId),
		readVersions(trx, key.programId),
	]);
	const { textId } = terms;
	const wanted = newTermsFor(versions, enrollment.participation_version);
	if (!textId || !wanted) return null;
	const [name, mentorships] = await Promise.all([
		readSpokenName(trx, key.programId),
		countMentorships(trx, key),
	]);
	const program = programPhrase(name, text);
	return { ...wanted, textId, terms, program, mentorships };
}

/** All of them, of whichever program. */
export async function readNewTexts(
	deps: Deps,
	visit: Visit,
): Promise<NewText[]> {
	const { workspaceId, actor, text } = visit;
	const programs = await readProgramsFor(deps, visit);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const texts: NewText[] = [];
		for (const { programId, hasJoined } of programs) {
			if (!hasJoined) continue;
			const key = { programId, personId: actor.personId };
			const wanted = await readNewText(trx, key, text);
			if (wanted) texts.push(wanted);
		}
		return texts;
	});
}

/** The same by the text's id, unless there is a newer one. */
export async function readTextToAgree(
	trx: WorkspaceTrx,
	{ textId, personId }: { textId: string; personId: string },
	text: Text,
): Promise<NewText | null> {
	const asked = await readParticipationText(trx, textId);
	if (!asked) return null;
	const { programId } = asked;
	const wanted = await readNewText(trx, { programId, personId }, text);
	return wanted?.textId === textId ? wanted : null;
}

export type Agreed = "agreed" | "agreedBefore" | "newer";

/** Keeps which version someone agreed to. */
export function agree(
	deps: Deps,
	visit: Visit,
	textId: string,
): Promise<Agreed> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const key = keyOf(visit);
		const newest = await readParticipation(trx, key.programId);
		if (newest.textId !== textId) return "newer";
		const enrollment = await findEnrollment(trx, key);
		const { version } = newest;
		if ((enrollment?.participation_version ?? 0) >= version)
			return "agreedBefore";
		await updateEnrollment(trx, key, { participation_version: version });
		return "agreed";
	});
}
