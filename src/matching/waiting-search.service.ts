import { setImmediate } from "node:timers/promises";
import { freeSeats, spareRequests } from "./engine/rules.ts";
import type { WaitingRow } from "./waiting.queries.ts";
import type { Look } from "./waiting-look.service.ts";
import {
	planSuggestions,
	type Suggestion,
	type WaitingList,
} from "./waiting-plan.ts";
import type { ToldRow } from "./waiting-suggestions.queries.ts";

/** Others come between this often, in milliseconds. */
const breathMs = 15;

export type Search = {
	suggestions: Suggestion[];
	/** The places on the list that it came to. */
	lookedAt: string[];
	/** False: its time was over before all had been looked at. */
	isDone: boolean;
};

type Waiting = { entries: WaitingRow[]; told: ToldRow[] };

/**
 * Finds a mentor for whoever has waited longest, then for the next, for as
 * long as `patienceMs` allows and never holding up the process.
 */
export async function searchSeats(
	look: Look,
	waiting: Waiting,
	patienceMs: number,
): Promise<Search> {
	const suggestions: Suggestion[] = [];
	const lookedAt: string[] = [];
	const began = performance.now();
	let breath = began;
	for (const step of planSuggestions(listOf(look, waiting))) {
		lookedAt.push(step.waitingId);
		if (step.suggestion) suggestions.push(step.suggestion);
		const time = performance.now();
		if (time - began > patienceMs)
			return { suggestions, lookedAt, isDone: false };
		if (time - breath < breathMs) continue;
		await setImmediate();
		breath = performance.now();
	}
	return { suggestions, lookedAt, isDone: true };
}

const pairOf = (personId: string, mentorId: string) =>
	`${personId} ${mentorId}`;

function listOf(look: Look, { entries, told }: Waiting): WaitingList {
	const open = told.filter(({ state }) => state === "open");
	const promised = Map.groupBy(open, ({ mentorId }) => mentorId);
	const pairs = new Set(told.map((it) => pairOf(it.personId, it.mentorId)));
	const asking = told.filter(
		({ state, personId, mentorId }) =>
			state === "asked" && look.isAsking(personId, mentorId),
	);
	const rows = new Map(entries.map((entry) => [entry.waitingId, entry]));
	return {
		entries,
		seats: new Map(
			look.mentors.map(({ person, state, seats, kindsOffered }) => {
				const free = Math.max(
					...kindsOffered.map((kind) => freeSeats(kind, seats)),
				);
				const requests = free + spareRequests - seats.openRequests;
				const kept = promised.get(person)?.length ?? 0;
				const left = Math.min(free, requests) - kept;
				return [person, state === "open" ? left : 0];
			}),
		),
		busy: new Set([...open, ...asking].map(({ personId }) => personId)),
		wasTold: (personId, mentorId) =>
			pairs.has(pairOf(personId, mentorId)) ||
			look.isAsking(personId, mentorId),
		best(entry, isFree) {
			const row = rows.get(entry.waitingId);
			const [first] = row ? look.rank(row, isFree).ranked : [];
			return first?.person ?? null;
		},
	};
}
