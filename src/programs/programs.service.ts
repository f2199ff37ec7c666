import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { textFor } from "../slack/text.ts";
import { appointInstaller } from "./claim.service.ts";
import { defaultTopics } from "./default-topics.ts";
import {
	findFirstProgram,
	findProgram,
	insertFirstProgram,
	listPrograms,
} from "./programs.queries.ts";
import { type ProgramSettings, settingsSchema } from "./settings.ts";
import type { Topic } from "./topic.ts";
import { insertTopics, listTopics } from "./topics.queries.ts";

/** Gives a new workspace a program that is usable as it is. */
export async function ensureFirstProgram(
	deps: Deps,
	workspaceId: string,
): Promise<void> {
	const created = await withWorkspace(deps.db, workspaceId, async (trx) => {
		const name = textFor("en").plain("programs:firstName");
		const programId = await insertFirstProgram(trx, name);
		if (programId) await insertDefaultTopics(trx, programId);
		return programId;
	});
	if (created) await appointInstaller(deps, workspaceId, created);
}

/** What a new program's topic list starts from. */
export async function insertDefaultTopics(
	trx: WorkspaceTrx,
	programId: string,
): Promise<void> {
	const topics = defaultTopics.map(([topic, ...synonyms]) => ({
		name: topic,
		synonyms,
	}));
	await insertTopics(trx, programId, topics);
}

/** The program's topic list, by name. */
export function readTopicList(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Topic[]> {
	return listTopics(trx, programId);
}

/** Adds topics to the program's list; names already there are left alone. */
export function addTopics(
	trx: WorkspaceTrx,
	programId: string,
	topics: Omit<Topic, "topicId">[],
): Promise<void> {
	return insertTopics(trx, programId, topics);
}

/** The program every workspace starts with. */
export function readFirstProgram(trx: WorkspaceTrx): Promise<string> {
	return findFirstProgram(trx);
}

export type Program = {
	programId: string;
	name: string;
	settings: ProgramSettings;
};

/** A program with all its settings, defaults included. */
export async function readProgram(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Program> {
	const { name, settings } = await findProgram(trx, programId);
	return { programId, name, settings: settingsSchema.parse(settings) };
}

/** All programs of the workspace, the first one first. */
export const readPrograms = (
	trx: WorkspaceTrx,
): Promise<{ programId: string; name: string }[]> => listPrograms(trx);

/** A program's name where it has to be said; null while there is only one. */
export async function readSpokenName(
	trx: WorkspaceTrx,
	programId: string,
): Promise<string | null> {
	const programs = await listPrograms(trx);
	if (programs.length < 2) return null;
	return programs.find((one) => one.programId === programId)?.name ?? null;
}
