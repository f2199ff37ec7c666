import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import type { Introduction } from "./introduction.ts";
import { canMove, isOpen, type Move, moves } from "./introduction-moves.ts";
import {
	type IntroductionPatch,
	type IntroductionRow,
	lockIntroduction,
	updateIntroduction,
} from "./introductions.queries.ts";
import { closeKind } from "./introductions.service.ts";

/** What became of a tap on an introduction. */
export type Answered = {
	/** `over`: too much has changed since; `before`: it was moved before. */
	outcome: "done" | "before" | "over";
	/** As it stands now. */
	introduction: Introduction;
};

/** Makes one move; a second tap finds it made. */
export function decide(
	deps: Deps,
	{ workspaceId }: Visit,
	{ introductionId, move }: { introductionId: string; move: Move },
	work: (trx: WorkspaceTrx, row: IntroductionRow) => Promise<Answered>,
): Promise<Answered | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const row = await lockIntroduction(trx, introductionId);
		if (!row) return null;
		return canMove(row.state, move)
			? work(trx, row)
			: { outcome: "before", introduction: row };
	});
}

/** Writes a move, and what its clock does then. */
export async function makeMove(
	trx: WorkspaceTrx,
	introduction: Introduction,
	{ move, now, ...patch }: { move: Move; now: Date } & IntroductionPatch,
): Promise<Introduction> {
	const { introductionId: subjectId } = introduction;
	const { to: state } = moves[move];
	const isOver = !isOpen(state);
	await updateIntroduction(trx, subjectId, {
		...patch,
		state,
		...(isOver && { ended_at: now }),
	});
	const { closes_at: nextAt } = patch;
	if (isOver) await deleteSchedule(trx, { kind: closeKind, subjectId });
	else if (nextAt)
		await saveSchedule(trx, { kind: closeKind, subjectId, nextAt });
	return {
		...introduction,
		state,
		...(patch.named_at && { namedAt: patch.named_at }),
		...(nextAt && { closesAt: nextAt }),
	};
}
