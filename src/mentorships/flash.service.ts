import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { makeMove } from "./move.service.ts";
import { lockMentorship } from "./read-mentorships.queries.ts";

/**
 * The one conversation was had: what follows is a thank-you. Does nothing, and
 * owes nothing, where the mentorship is no flash or this is known already. To
 * be called before any other row of the mentorship is locked; what it gives
 * goes into the transaction's one call of `insertOwed`.
 */
export async function flashMet(
	trx: WorkspaceTrx,
	mentorshipId: string,
	{ by, now }: { by: string | null; now: Date },
): Promise<OwedMessage[]> {
	const mentorship = await lockMentorship(trx, mentorshipId);
	if (mentorship?.kind !== "flash" || mentorship.state !== "exploring")
		return [];
	const { owed } = await makeMove(trx, mentorship, { move: "met", by, now });
	return owed;
}
