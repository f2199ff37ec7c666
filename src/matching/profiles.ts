import type { Cipher } from "../db/cipher.ts";
import type { StartingPart } from "../enrollment/enrollment.ts";
import { openMoves, readHours } from "../enrollment/profile.ts";
import { type Kind, kinds, type Profile } from "./engine/profile.ts";
import type { PartedRow } from "./parted.queries.ts";
import { readPartners } from "./partners.ts";
import type { PartnerRow, ProfileRow } from "./profiles.queries.ts";
import { refusalDays } from "./program-rules.ts";

type Rows = {
	workspaceId: string;
	programId: string;
	people: ProfileRow[];
	partners: PartnerRow[];
	/** Whose mentorship ended lately; none where that does not count. */
	parted?: PartedRow[];
};

const day = 24 * 60 * 60_000;

/** Everyone in a program as the engine knows them, by person id. */
export function readProfiles(
	cipher: Cipher,
	{ workspaceId, programId, people, partners, parted = [] }: Rows,
): Map<string, Profile> {
	const managerOf = new Map(
		people.map((row) => [row.person_id, row.manager_id]),
	);
	const together = readPartners(partners);
	const partedBy = Map.groupBy(parted, (row) => row.person_id);
	const enrolled = people.filter((row) => row.role !== null);
	return new Map(
		enrolled.map((row) => {
			const owner = { workspaceId, programId, personId: row.person_id };
			const groupRoom = together.groupRoom(row.person_id, programId);
			return [
				row.person_id,
				{
					...personFacts(row, managerOf),
					offered: topicsOf(row, "offered"),
					wanted: topicsOf(row, "wanted"),
					goals: topicsOf(row, "wanted").map(({ topic }) => topic),
					...kindsOf(row),
					rhythm: row.rhythm ?? "every_two_weeks",
					format: row.format ?? "either",
					languages: row.languages ?? [],
					style: {
						...(row.feedback_style && { feedback: row.feedback_style }),
						...(row.plan_style && { plan: row.plan_style }),
						...(row.medium_style && { medium: row.medium_style }),
					},
					moves: openMoves(cipher, owner, row.moves),
					seats: {
						capacity: row.capacity ?? 0,
						taken: together.taken(row.person_id, programId),
						openRequests: row.open_requests,
						...(groupRoom !== undefined && { groupRoom }),
					},
					state: stateOf(row),
					unavailableUntil: row.unavailable_until,
					excluded: row.excluded,
					ended: (partedBy.get(row.person_id) ?? []).map(
						({ other_id }) => other_id,
					),
					partners: together.of(row.person_id),
				},
			];
		}),
	);
}

type PersonFacts = Pick<
	ProfileRow,
	| "person_id"
	| "standing"
	| "zone"
	| "hours_start"
	| "hours_end"
	| "work_days"
	| "seniority"
	| "department"
	| "location"
	| "manager_id"
>;

/** Someone who has not joined may look around: nothing but facts. */
export function visitorProfile(
	row: PersonFacts,
	people: ProfileRow[],
	start: StartingPart,
): Profile {
	const managerOf = new Map(
		people.map((other) => [other.person_id, other.manager_id]),
	);
	managerOf.set(row.person_id, row.manager_id);
	return {
		...personFacts(row, managerOf),
		offered: [],
		wanted: [],
		goals: [],
		kindsOffered: [],
		kindsWanted: start.kinds,
		rhythm: "every_two_weeks",
		format: "either",
		languages: [],
		style: {},
		moves: [],
		seats: { capacity: 0, taken: 0, openRequests: 0 },
		state: "open",
		excluded: [],
		partners: [],
	};
}

/**
 * Someone who has not joined, as the mentor they would be by accepting. Whoever
 * wants no contact is simply not available.
 */
export function colleagueProfile(
	row: PersonFacts &
		Pick<ProfileRow, "excluded" | "open_requests"> & {
			no_contact_at: Date | null;
		},
	people: ProfileRow[],
	start: StartingPart,
	/** They may be asked for anything: by accepting they offer it. */
	kindsOffered: readonly Kind[],
): Profile {
	return {
		...visitorProfile(row, people, start),
		kindsOffered,
		seats: {
			capacity: start.capacity,
			taken: 0,
			openRequests: row.open_requests,
		},
		excluded: row.excluded,
		state: row.no_contact_at ? "left" : "open",
	};
}

function personFacts(row: PersonFacts, managerOf: Map<string, string | null>) {
	return {
		person: row.person_id,
		hours: readHours(row),
		level: row.seniority,
		department: row.department,
		location: row.location,
		reportingLine: lineOf(row.person_id, managerOf),
		guest: row.standing === "guest",
		unavailableUntil: null,
		ended: [],
		refusals: [],
	};
}

function stateOf({ standing, state, silent_since }: ProfileRow) {
	// Whether guests count is a rule of the program.
	const isHere = standing === "member" || standing === "guest";
	if (!isHere || !state) return "left";
	return state === "open" && silent_since ? "silent" : state;
}

/** The managers above, nearest first; a loop in the data ends the line. */
function lineOf(
	personId: string,
	managerOf: Map<string, string | null>,
): string[] {
	const line: string[] = [];
	let next = managerOf.get(personId) ?? null;
	while (next && next !== personId && !line.includes(next)) {
		line.push(next);
		next = managerOf.get(next) ?? null;
	}
	return line;
}

function topicsOf({ topics }: ProfileRow, side: "offered" | "wanted") {
	return topics
		.filter((topic) => topic.side === side)
		.map(({ topic, level, own }) => ({ topic, level, own }));
}

function known(names: string[] | null): Kind[] {
	return kinds.filter((kind) => names?.includes(kind));
}

/**
 * Peers look for what they offer: who ticks it on either side does both, also
 * someone who mentors nobody.
 */
function kindsOf(
	row: Pick<ProfileRow, "role" | "kinds_wanted" | "kinds_offered">,
) {
	const offered = row.role === "mentee" ? [] : known(row.kinds_offered);
	const wanted = known(row.kinds_wanted);
	const isPeer =
		row.role === "peer" || wanted.includes("peer") || offered.includes("peer");
	const withPeer = (some: Kind[]) =>
		kinds.filter((kind) => (kind === "peer" ? isPeer : some.includes(kind)));
	return { kindsOffered: withPeer(offered), kindsWanted: withPeer(wanted) };
}

/** Adds whom a mentee asked in vain, which only their own search needs. */
export function withRefusals(
	profile: Profile,
	refusals: { mentor_id: string; answered_at: Date | null }[],
): Profile {
	return {
		...profile,
		refusals: refusals.flatMap(({ mentor_id, answered_at }) =>
			answered_at
				? [
						{
							person: mentor_id,
							until: new Date(answered_at.getTime() + refusalDays * day),
						},
					]
				: [],
		),
	};
}
