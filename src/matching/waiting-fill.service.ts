import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import { holidayDates } from "../programs/settings.ts";
import { addWorkingDays } from "../time/working-days.ts";
import {
	endWaiting,
	listWaiting,
	markLooked,
	unmarkLooked,
	type WaitingRow,
} from "./waiting.queries.ts";
import { reservedDays } from "./waiting.ts";
import { listBegunByWaiting } from "./waiting-facts.queries.ts";
import { type Look, lookAround } from "./waiting-look.service.ts";
import { type Suggestion, suggestionNow } from "./waiting-plan.ts";
import { searchSeats } from "./waiting-search.service.ts";
import {
	endSuggestions,
	endSuggestionsFor,
	insertSuggestions,
	listTold,
	type NewSuggestion,
	type ToldRow,
} from "./waiting-suggestions.queries.ts";

type Run = { deps: Deps; trx: WorkspaceTrx; programId: string; now: Date };

/**
 * How long one look may search. It holds the program's schedule meanwhile, so
 * whoever takes a place on the list waits for it.
 */
const usualPatienceMs = 1_500;

/** What one look came to. */
export type Filled = {
	owed: OwedMessage[];
	/** People whose Home says something else now. */
	changed: string[];
	/** False: the next look goes on where this one had to stop. */
	isDone: boolean;
};

/**
 * Looks once at who waits in a program and which seats are free, whatever made
 * them so, and tells of each free seat whoever has waited for it longest. Null
 * when nobody waits.
 */
export async function fillSeats(
	run: Run,
	patienceMs = usualPatienceMs,
): Promise<Filled | null> {
	const { deps, trx, programId, now } = run;
	const all = await listWaiting(trx, programId);
	const [first, ...others] = all;
	if (!first) return null;
	const look = await lookAround(deps, trx, { programId, now }, [
		first,
		...others,
	]);
	const matched = await endMatched(run, look, all);
	const entries = all.filter((entry) => !matched.has(entry));
	const { told, ended } = await settle(run, look, entries);
	const left = entries.filter(({ lookedAt }) => lookedAt === null);
	const search = await searchSeats(look, { entries: left, told }, patienceMs);
	if (search.isDone) await unmarkLooked(trx, programId);
	else await markLooked(trx, search.lookedAt);
	const owed = await suggest(run, look, search.suggestions);
	const changed = [...matched, ...ended, ...search.suggestions];
	return {
		owed,
		changed: changed.map(({ personId }) => personId),
		isDone: search.isDone,
	};
}

/** Whoever got what they waited for waits no longer; only Home says it. */
async function endMatched(
	{ trx, programId }: Run,
	look: Look,
	entries: WaitingRow[],
): Promise<Set<WaitingRow>> {
	const byId = new Map(entries.map((entry) => [entry.waitingId, entry]));
	const matched = new Set<WaitingRow>();
	const begun = await listBegunByWaiting(trx, programId);
	for (const { waitingId, mentorId } of begun) {
		const entry = byId.get(waitingId);
		if (!entry || matched.has(entry) || !look.offers(entry, mentorId)) continue;
		await endWaiting(trx, waitingId, "matched", mentorId);
		await endSuggestionsFor(trx, waitingId);
		matched.add(entry);
	}
	return matched;
}

/** Brings the suggestions up to date. */
async function settle(
	{ trx, programId, now }: Run,
	look: Look,
	entries: WaitingRow[],
): Promise<{ told: ToldRow[]; ended: ToldRow[] }> {
	const byId = new Map(entries.map((entry) => [entry.waitingId, entry]));
	const before = await listTold(trx, programId);
	const told = before.map((row): ToldRow => {
		if (row.state !== "open") return row;
		const { personId, mentorId, suggestedAt } = row;
		const entry = byId.get(row.waitingId);
		const facts = {
			wasAsked: look.hasAsked(personId, mentorId, suggestedAt),
			isPossible:
				entry !== undefined &&
				look.rank(entry, (id) => id === mentorId).ranked.length > 0,
		};
		return { ...row, state: suggestionNow(row, facts, now) };
	});
	const ended = told.filter(({ state }, at) => state !== before[at]?.state);
	for (const state of ["asked", "gone", "lapsed"] as const) {
		const those = ended.filter((row) => row.state === state);
		const ids = those.map(({ suggestionId }) => suggestionId);
		await endSuggestions(trx, ids, state);
	}
	return { told, ended };
}

/** Writes the suggestions down and owes each as a message. */
async function suggest(
	{ trx, programId, now }: Run,
	look: Look,
	suggestions: Suggestion[],
): Promise<OwedMessage[]> {
	if (suggestions.length === 0) return [];
	const { settings } = await readProgram(trx, programId);
	const holidays = holidayDates(settings);
	const rows = suggestions.flatMap((suggestion): NewSuggestion[] => {
		const hours = look.hoursOf(suggestion.personId);
		if (!hours) return [];
		return [
			{
				...suggestion,
				suggestionId: newId(),
				programId,
				state: "open",
				reservedUntil: addWorkingDays(now, reservedDays, hours, holidays),
			},
		];
	});
	await insertSuggestions(trx, rows);
	return rows.map(({ suggestionId, personId, reservedUntil }) => ({
		kind: "matching:suggestion",
		to: { personId },
		subjectId: suggestionId,
		key: `suggestion:${suggestionId}`,
		urgency: "today",
		staleAfterHours: Math.ceil(
			(reservedUntil.getTime() - now.getTime()) / 3_600_000,
		),
	}));
}
