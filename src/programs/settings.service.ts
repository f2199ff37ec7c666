import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import { writeAct } from "./acts.service.ts";
import { listCohorts } from "./cohorts.queries.ts";
import { type Problem, problem } from "./problem.ts";
import { findProgram, lockProgram, updateProgram } from "./programs.queries.ts";
import type { Program } from "./programs.service.ts";
import {
	listPlaces,
	listSlackIds,
	type PlaceKind,
} from "./settings.queries.ts";
import { type ProgramSettings, settingsSchema } from "./settings.ts";
import { changesOf } from "./settings-changes.ts";
import type { SettingsPage, SettingsPatch } from "./settings-pages.ts";
import { listTopics } from "./topics.queries.ts";

/** A program as its settings show it. */
export type ProgramPage = Program & {
	/** Nobody has saved any setting yet. */
	isUntouched: boolean;
	/** Slack's ids of the safeguarding contacts. */
	contacts: string[];
	topics: number;
	/** Names of its cohorts, the one that ends last first. */
	cohorts: string[];
	/** Whether the directory knows any. */
	known: Record<PlaceKind, boolean>;
};

export function loadProgramPage(
	deps: Deps,
	{ workspaceId }: Visit,
	programId: string,
): Promise<ProgramPage> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const { name, settings: saved } = await findProgram(trx, programId);
		const settings = settingsSchema.parse(saved);
		return {
			programId,
			name,
			settings,
			isUntouched: Object.keys(saved).length === 0,
			contacts: await listSlackIds(trx, settings.safeguarding),
			topics: (await listTopics(trx, programId)).length,
			cohorts: (await listCohorts(trx, programId)).map((one) => one.name),
			known: {
				department: (await listPlaces(trx, "department")).length > 0,
				location: (await listPlaces(trx, "location")).length > 0,
			},
		};
	});
}

/** Departments or locations with these letters in their name. */
export async function searchPlaces(
	deps: Deps,
	{ workspaceId }: Visit,
	kind: PlaceKind,
	query: string,
): Promise<string[]> {
	const places = await withWorkspace(deps.db, workspaceId, (trx) =>
		listPlaces(trx, kind),
	);
	const sought = query.toLowerCase();
	return places.filter((place) => place.toLowerCase().includes(sought));
}

/** What another slice does when settings have changed. */
export type OnSettings = (
	trx: WorkspaceTrx,
	programId: string,
	settings: ProgramSettings,
	now: Date,
) => Promise<void>;

export type SettingsSaved = "saved" | "unchanged";

/**
 * Saves what one page holds and nothing else, so that two managers who edit
 * two pages at once both have their way; told to the others by the audit.
 */
export function saveSettings(
	deps: Deps,
	visit: Visit,
	page: SettingsPage | "first",
	patch: SettingsPatch,
	onSettings: OnSettings[] = [],
): Promise<SettingsSaved> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const { programId } = visit;
		if (!(await claimRequest(trx, visit.key))) return "saved";
		const { name, settings: saved } = await lockProgram(trx, programId);
		const before = { ...settingsSchema.parse(saved), name };
		const changes = changesOf(before, patch);
		const { name: newName = name, ...rest } = patch;
		// Also unchanged: the first page is not to be asked again.
		await updateProgram(trx, programId, {
			name: newName,
			settings: { ...saved, ...rest },
		});
		if (Object.keys(changes).length === 0) return "unchanged";
		await writeAct(trx, {
			actorId: visit.actor.personId,
			action: `programs:save-${page}`,
			subjectId: programId,
			programId,
			detail: changes,
		});
		const after = settingsSchema.parse({ ...saved, ...rest });
		for (const follow of onSettings)
			await follow(trx, programId, after, visit.now);
		await tellContacts(trx, visit, before.safeguarding, patch.safeguarding);
		return "saved";
	});
}

/** Whoever is named as a contact hears of it, once. */
async function tellContacts(
	trx: WorkspaceTrx,
	{ programId }: Visit,
	before: string[],
	after: string[] = [],
): Promise<void> {
	await insertOwed(
		trx,
		after
			.filter((personId) => !before.includes(personId))
			.map((personId) => ({
				kind: "programs:safeguarding",
				to: { personId },
				subjectId: programId,
				key: `safeguarding:${programId}:${personId}`,
				urgency: "now" as const,
				staleAfterHours: 7 * 24,
			})),
	);
}

/** The people chosen as contacts: only full members of the workspace. */
export async function readContacts(
	deps: Deps,
	{ workspaceId }: Visit,
	slackUserIds: string[],
): Promise<{ patch: SettingsPatch; problems: Problem[] }> {
	const found = await Promise.all(
		slackUserIds.map((id) => findOrMeet(deps, workspaceId, id)),
	);
	const problems = found.flatMap((person) => {
		if (!person) return [problem("people", "programs:safeguarding.unknown")];
		const { name, standing } = person;
		return standing === "member"
			? []
			: [problem("people", "programs:safeguarding.cannot", { name })];
	});
	const safeguarding = found.flatMap((person) => person?.personId ?? []);
	return { patch: { safeguarding }, problems };
}
