import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { setBoardSeat } from "../mentorships/mentorships.service.ts";
import { openPartnerName } from "../mentorships/partner-name.ts";
import type { Visit } from "../slack/feature.ts";
import { type AdvisorRow, listAdvisors } from "./board.queries.ts";
import { type Advisor, type BoardSeat, isAdvising } from "./board.ts";

/** Who advises someone at present. */
export function readAdvisors(deps: Deps, visit: Visit): Promise<Advisor[]> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const rows = await listAdvisors(trx, visit.actor.personId);
		return rows
			.filter(({ kind }) => isAdvising(kind))
			.map((row) => asAdvisor(deps, trx, row));
	});
}

function asAdvisor(
	deps: Deps,
	trx: WorkspaceTrx,
	{ partnerName, name, ...row }: AdvisorRow,
): Advisor {
	const { workspaceId } = trx;
	const { mentorshipId } = row;
	const outside = partnerName
		? openPartnerName(deps.cipher, { workspaceId, mentorshipId }, partnerName)
		: "";
	return { ...row, name: name ?? outside };
}

/** Their own view of their mentor; nobody else has it or is told. */
export async function chooseSeat(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	{ mentorshipId, seat }: { mentorshipId: string; seat: BoardSeat },
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, (trx) =>
		setBoardSeat(trx, { mentorshipId, personId: actor.personId }, seat),
	);
}
