import { smallWorld } from "../../simulator/small-world.ts";
import type { World } from "../../simulator/world.ts";
import { withWorkspace } from "../../src/db/database.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import type { Deps } from "../../src/deps.ts";
import { ensureFirstProgram } from "../../src/programs/programs.service.ts";
import { installToken } from "../../src/workspaces/workspaces.service.ts";
import { addPeople, colleagueId, type Ledger } from "../support/ledger.ts";

/** The two workspaces of the small world, each with so many members. */
export function worldOf(people: number): World {
	const users = Array.from({ length: people }, (_, index) => ({
		id: colleagueId(index),
		name: `colleague${index}`,
		real_name: "A colleague",
		tz: "Europe/Lisbon",
	}));
	return {
		...smallWorld,
		teams: smallWorld.teams.map((team) => ({ ...team, users, channels: [] })),
	};
}

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

/** Mentor and mentee by turns; the ids of their mentorships. */
async function addPairs(
	query: Ledger["query"],
	workspaceId: string,
	people: string[],
): Promise<string[]> {
	const rows = await query<{ id: string }>(
		`with pair as (
			select gen_random_uuid() as id, n,
				($2::uuid[])[2 * n - 1] as mentor, ($2::uuid[])[2 * n] as mentee
			from generate_series(1, array_length($2::uuid[], 1) / 2) n
		), made as (
			insert into mentorship (workspace_id, mentorship_id, program_id, kind,
				state, exploring_until)
			select $1, id, program_id, 'one_to_one', 'exploring', now()
			from pair join program on program.workspace_id = $1 and is_first
		), members as (
			insert into mentorship_member
			select $1, id, mentor, 'mentor' from pair
			union all select $1, id, mentee, 'mentee' from pair
		)
		select id from pair order by n`,
		[workspaceId, people],
	);
	return rows.map(({ id }) => id);
}
