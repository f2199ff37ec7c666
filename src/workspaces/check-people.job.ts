import type { Db } from "../db/database.ts";
import type { Job } from "../scheduler/job.ts";
import { listDueKinds } from "../scheduler/schedules.queries.ts";
import { checkKind } from "./people-check.queries.ts";
import { checkPeople } from "./people-check.service.ts";

/** The other jobs of the minute must have their turn. */
const mostMs = 20_000;

/**
 * Events get lost while nobody listens: every night each workspace's people
 * are compared with what Slack says of them.
 */
export function checkPeopleJob({ senderDb }: { senderDb: Db }): Job {
	return {
		id: "workspaces:check-people",
		async run(deps, now) {
			const end = now.getTime() + mostMs;
			for (const { workspaceId } of await listDueKinds(senderDb, [checkKind])) {
				if (deps.now().getTime() > end) return;
				await checkPeople(deps, workspaceId);
			}
		},
	};
}
