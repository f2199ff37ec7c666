import type { WorkspaceTrx } from "../db/database.ts";
import { readProgram } from "./programs.service.ts";
import { findPlace } from "./settings.queries.ts";
import { mayJoin } from "./who-may-join.ts";

/** Whether a program takes someone, by what the directory says of them. */
export async function isTaken(
	trx: WorkspaceTrx,
	{ programId, personId }: { programId: string; personId: string },
): Promise<boolean> {
	const { settings } = await readProgram(trx, programId);
	return mayJoin(settings, await findPlace(trx, personId));
}
