import { wants } from "../enrollment/enrollment.ts";
import type { WeighConsequence } from "../programs/consequence.ts";
import type { ProgramSettings } from "../programs/settings.ts";
import { overlapFrom } from "../time/overlap.ts";
import { weighRules } from "./consequences.ts";
import { listPartnerRows, listProfileRows } from "./profiles.queries.ts";
import { readProfiles } from "./profiles.ts";
import { programRules } from "./program-rules.ts";

/** Counts who would be left without a possible mentor by other settings. */
export const weighConsequence: WeighConsequence = async (
	deps,
	trx,
	{ programId, now },
	{ before, after },
) => {
	const { workspaceId } = trx;
	const people = await listProfileRows(trx, programId);
	const partners = await listPartnerRows(trx);
	const rows = { workspaceId, programId, people, partners };
	const profiles = readProfiles(deps.cipher, rows);
	const mentored = new Set(
		partners.flatMap(({ role, person_id }) =>
			role === "mentor" ? [] : [person_id],
		),
	);
	const profilesOf = (isMeant: (row: (typeof people)[number]) => boolean) =>
		people.filter(isMeant).flatMap((row) => profiles.get(row.person_id) ?? []);
	const overlap = overlapFrom(now);
	const context = (settings: ProgramSettings) => ({
		rules: programRules(settings),
		now,
		overlap,
	});
	return weighRules(
		{
			looking: profilesOf(
				({ role, person_id }) =>
					role !== null && wants(role) && !mentored.has(person_id),
			).filter(({ state }) => state === "open" || state === "silent"),
			mentors: [...profiles.values()].filter(
				({ kindsOffered }) => kindsOffered.length > 0,
			),
		},
		context(before),
		context(after),
	);
};
