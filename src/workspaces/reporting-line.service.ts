import type { WorkspaceTrx } from "../db/database.ts";
import { listHidden } from "./directory.queries.ts";

/**
 * Ids of whom a program manager never sees, matches or exports: themself, all
 * who manage them at any height, and all who report to them at any depth.
 * Another manager of the program does that. What the directory does not say
 * hides nobody. A query may use the database's `hidden_from` itself.
 */
export async function readHiddenFrom(
	trx: WorkspaceTrx,
	managerId: string,
): Promise<Set<string>> {
	return new Set(await listHidden(trx, managerId));
}
