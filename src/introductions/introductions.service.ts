import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { type Introduction, type Role, roleOf } from "./introduction.ts";
import { whoseMove } from "./introduction-moves.ts";
import { openNote, openWords, type Words } from "./introduction-words.ts";
import {
	findIntroduction,
	type IntroductionRow,
	listOpenOf,
} from "./introductions.queries.ts";

/** When an open introduction ends by itself; its state says whose move it was. */
export const closeKind = "introductions:close";

/** An introduction with what was written about it. */
export type WholeIntroduction = {
	introduction: Introduction;
	words: Words;
	/** The mentor's line, for whoever they name. */
	note: string | null;
};

export function openWhole(
	deps: Deps,
	trx: WorkspaceTrx,
	row: IntroductionRow,
): WholeIntroduction {
	const owner = {
		workspaceId: trx.workspaceId,
		introductionId: row.introductionId,
	};
	const { words, note, ...introduction } = row;
	return {
		introduction,
		words: openWords(deps.cipher, owner, words),
		note: openNote(deps.cipher, owner, note),
	};
}

export async function readWhole(
	deps: Deps,
	trx: WorkspaceTrx,
	introductionId: string,
): Promise<WholeIntroduction | null> {
	const row = await findIntroduction(trx, introductionId);
	return row ? openWhole(deps, trx, row) : null;
}

/** The same, for whoever asked for it themself. */
export const readFor = (
	deps: Deps,
	{ workspaceId }: Visit,
	introductionId: string,
): Promise<WholeIntroduction | null> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		readWhole(deps, trx, introductionId),
	);

/** What is open with someone, what they are to it, and who has the move. */
export const readMine = (
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<{ whole: WholeIntroduction; role: Role; isMine: boolean }[]> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		const rows = await listOpenOf(trx, actor.personId);
		return rows.flatMap((row) => {
			const role = roleOf(row, actor.personId);
			if (!role) return [];
			const whole = openWhole(deps, trx, row);
			return [{ whole, role, isMine: whoseMove(row.state) === role }];
		});
	});
