import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { inZone } from "../time/zones.ts";
import { type ExternalForm, openAbout, sealAbout } from "./external.ts";
import { usesKind, usualRhythm } from "./kinds.ts";
import { findOutside } from "./members.queries.ts";
import type { Rhythm } from "./mentorship.ts";
import { insertMentorship } from "./mentorships.queries.ts";
import { saveTurn } from "./move.service.ts";
import { openPartnerName, sealPartnerName } from "./partner-name.ts";
import { findMentorship } from "./read-mentorships.queries.ts";

/** What another slice does in the same transaction with what one begins with. */
export type OnBegin = (
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	begun: { mentorshipId: string; goal: string },
) => Promise<void>;

/** How often they meet unless they say otherwise; null: the program has none. */
export function readExternalTerms(
	deps: Deps,
	{ workspaceId, programId }: Visit,
): Promise<{ rhythm: Rhythm } | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const { settings } = await readProgram(trx, programId);
		return usesKind(settings, "external")
			? { rhythm: usualRhythm("external", settings) }
			: null;
	});
}

/**
 * Begins a mentorship with someone outside Slack. It is the mentee's alone, so
 * it is under way at once; nobody else is ever told. False: not in this program.
 */
export function beginExternal(
	deps: Deps,
	visit: Visit,
	form: ExternalForm,
	onBegin: readonly OnBegin[],
): Promise<boolean> {
	const { workspaceId, programId, actor, now, key } = visit;
	const { cipher } = deps;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const { settings } = await readProgram(trx, programId);
		if (!usesKind(settings, "external")) return false;
		if (!(await claimRequest(trx, key))) return true;
		const mentorshipId = newId();
		const where = { workspaceId, mentorshipId };
		const { personId } = actor;
		await insertMentorship(trx, {
			mentorshipId,
			programId,
			requestId: null,
			kind: "external",
			state: "active",
			exploringUntil: null,
			active: { since: now, rhythm: form.rhythm, endsOn: endOf(form, visit) },
			partnerName: sealPartnerName(cipher, where, form.name),
			about: sealAbout(cipher, where, form.about),
			members: [{ personId, role: "mentee" }],
		});
		const mentorship = await findMentorship(trx, mentorshipId);
		if (mentorship) await saveTurn(trx, mentorship);
		const { goal } = form;
		if (goal)
			for (const hook of onBegin)
				await hook(deps, trx, visit, { mentorshipId, goal });
		await updateHomeChanged(trx, [personId]);
		return true;
	});
}

/** "YYYY-MM-DD", on the mentee's wall; null: open-ended. */
function endOf({ months }: ExternalForm, { actor, now }: Visit): string | null {
	if (months === "open") return null;
	const today = inZone(now, actor.zone).toPlainDate();
	return today.add({ months: Number(months) }).toString();
}

export type Outside = { name: string; about: string };

/** Who mentors from outside Slack; null: it is no such mentorship. */
export async function readOutside(
	{ cipher }: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Outside | null> {
	const sealed = await findOutside(trx, mentorshipId);
	if (!sealed?.partnerName) return null;
	const where = { workspaceId: trx.workspaceId, mentorshipId };
	return {
		name: openPartnerName(cipher, where, sealed.partnerName),
		about: sealed.about ? openAbout(cipher, where, sealed.about) : "",
	};
}

/** Mentorships with the name of whoever is outside Slack in them. */
export function nameOutside<M extends { mentorshipId: string; kind: string }>(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorships: M[],
): Promise<(M & { outside: string | null })[]> {
	return Promise.all(
		mentorships.map(async (mentorship) => ({
			...mentorship,
			outside:
				mentorship.kind === "external"
					? await readPartnerName(deps, trx, mentorship.mentorshipId)
					: null,
		})),
	);
}

/** The name alone; null for every other kind. */
export async function readPartnerName(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<string | null> {
	return (await readOutside(deps, trx, mentorshipId))?.name ?? null;
}
