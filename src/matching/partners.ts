import { roomIn } from "../mentorships/kinds.ts";
import { type Kind, kinds } from "./engine/profile.ts";
import type { PartnerRow } from "./profiles.queries.ts";

export type Partners = {
	/** The seats a mentor has given away in one program. */
	taken(personId: string, programId: string): number;
	/** How many a mentor's group there still takes; undefined: there is none. */
	groupRoom(personId: string, programId: string): number | undefined;
	/** With whom someone is together already, and in what, in any program. */
	of(personId: string): { person: string; kind: Kind }[];
};

/** The mentorships under way, by person; reads each row a few times only. */
export function readPartners(rows: readonly PartnerRow[]): Partners {
	const byPerson = Map.groupBy(rows, (row) => row.person_id);
	const byMentorship = Map.groupBy(rows, (row) => row.mentorship_id);
	const mentored = (personId: string, programId: string) =>
		(byPerson.get(personId) ?? []).filter(
			(row) => row.role === "mentor" && row.program_id === programId,
		);
	return {
		taken: (personId, programId) => mentored(personId, programId).length,
		groupRoom(personId, programId) {
			const rooms = mentored(personId, programId)
				.filter(({ kind }) => kind === "group")
				.map((row) => roomFor(row, byMentorship.get(row.mentorship_id) ?? []));
			return rooms.length > 0 ? Math.max(...rooms) : undefined;
		},
		of: (personId) =>
			(byPerson.get(personId) ?? [])
				.flatMap((mine) => byMentorship.get(mine.mentorship_id) ?? [])
				.filter((row) => row.person_id !== personId)
				.flatMap(({ person_id, kind }) =>
					kinds
						.filter((known) => known === kind)
						.map((known) => ({ person: person_id, kind: known })),
				),
	};
}

function roomFor(
	{ kind, state, closed_at }: PartnerRow,
	members: PartnerRow[],
) {
	return roomIn({ kind, state, closedAt: closed_at, members });
}
