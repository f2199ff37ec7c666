import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { listOpenRequestsOf, type RequestRow } from "./requests.queries.ts";

/** The open requests that someone made or received, oldest first. */
export function readOpenRequests(
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<RequestRow[]> {
	return withWorkspace(deps.db, workspaceId, (trx) =>
		listOpenRequestsOf(trx, actor.personId),
	);
}
