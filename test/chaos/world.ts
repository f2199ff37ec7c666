import type { World } from "../../simulator/world.ts";
import { withWorkspace } from "../../src/db/database.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import type { Deps } from "../../src/deps.ts";
import { ensureFirstProgram } from "../../src/programs/programs.service.ts";
import { installToken } from "../../src/workspaces/workspaces.service.ts";
import { addPairs, addPeople, type Ledger } from "../support/ledger.ts";

/**
 * Installs the app in every workspace of the world, makes pairs of its members
 * and owes them briefings, so many in all; each workspace in one transaction.
 */
export async function oweBriefings(
	deps: Deps,
	{ query }: Ledger,
	world: World,
	messages: number,
): Promise<void> {
	for (const { botToken, users } of world.teams) {
		const { workspaceId } = await installToken(deps, botToken);
		await ensureFirstProgram(deps, workspaceId);
		const people = await addPeople(query, workspaceId, users.length);
		const mentorships = await addPairs(query, workspaceId, people);
		const owed = Array.from(
			{ length: messages / world.teams.length },
			(_, index): OwedMessage => {
				const who = index % people.length;
				return {
					kind: `mentorships:briefing-${who % 2 ? "mentee" : "mentor"}`,
					to: { personId: people[who] ?? "" },
					subjectId: mentorships[Math.floor(who / 2)] ?? "",
					key: `storm:${index}`,
					urgency: "now",
					staleAfterHours: 24,
				};
			},
		);
		await withWorkspace(deps.db, workspaceId, (trx) => insertOwed(trx, owed));
	}
}
