import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { textFor } from "../slack/text.ts";
import { defaultTopics } from "./default-topics.ts";
import {
	findFirstProgram,
	findProgram,
	insertFirstProgram,
	insertTopics,
	listTopics,
} from "./programs.queries.ts";
import { type ProgramSettings, settingsSchema } from "./settings.ts";
import type { Topic } from "./topic.ts";

/** Gives a new workspace a program that is usable as it is. */
export async function ensureFirstProgram(
	deps: Deps,
	workspaceId: string,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		const name = textFor("en").plain("programs:firstName");
		const programId = await insertFirstProgram(trx, name);
		if (!programId) return;
		const topics = defaultTopics.map(([topic, ...synonyms]) => ({
			name: topic,
			synonyms,
		}));
		await insertTopics(trx, programId, topics);
	});
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
