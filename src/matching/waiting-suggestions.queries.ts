import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { inChunks } from "../delivery/ledger.queries.ts";
import { liveStates } from "./request-moves.ts";
import type { PersonKey } from "./waiting.queries.ts";
import { quietDays } from "./waiting.ts";

export type SuggestionState =
	| "seen"
	| "open"
	| "asked"
	| "passed"
	| "lapsed"
	| "gone";

export type NewSuggestion = {
	suggestionId: string;
	programId: string;
	waitingId: string;
	personId: string;
	mentorId: string;
	state: "seen" | "open";
	reservedUntil: Date;
};

export async function insertSuggestions(
	trx: WorkspaceTrx,
	suggestions: NewSuggestion[],
): Promise<void> {
	for (const some of inChunks(suggestions))
		await trx
			.insertInto("suggestion")
			.values(
				some.map((suggestion) => ({
					workspace_id: trx.workspaceId,
					suggestion_id: suggestion.suggestionId,
					program_id: suggestion.programId,
					waiting_id: suggestion.waitingId,
					person_id: suggestion.personId,
					mentor_id: suggestion.mentorId,
					state: suggestion.state,
					reserved_until: suggestion.reservedUntil,
				})),
			)
			.execute();
}

export type ToldRow = {
	suggestionId: string;
	waitingId: string;
	personId: string;
	mentorId: string;
	state: SuggestionState;
	suggestedAt: Date;
	reservedUntil: Date;
};

/** Of whom those who wait have been told in the last 90 days. */
export async function listTold(
	trx: WorkspaceTrx,
	programId: string,
): Promise<ToldRow[]> {
	return trx
		.selectFrom("suggestion")
		.select([
			"suggestion_id as suggestionId",
			"waiting_id as waitingId",
			"person_id as personId",
			"mentor_id as mentorId",
			"state",
			"suggested_at as suggestedAt",
			"reserved_until as reservedUntil",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where((eb) =>
			eb.or([
				eb("state", "=", "open"),
				eb(
					"suggested_at",
					">",
					sql<Date>`now() - make_interval(days => ${quietDays})`,
				),
			]),
		)
		.execute();
}

/** A suggestion with its two people and what it is for. */
function suggestions(trx: WorkspaceTrx) {
	return trx
		.selectFrom("suggestion")
		.innerJoin("waiting", (join) =>
			join
				.onRef("waiting.workspace_id", "=", "suggestion.workspace_id")
				.onRef("waiting.waiting_id", "=", "suggestion.waiting_id"),
		)
		.innerJoin("person as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "suggestion.workspace_id")
				.onRef("mentor.person_id", "=", "suggestion.mentor_id"),
		)
		.select([
			"suggestion.suggestion_id as suggestionId",
			"suggestion.program_id as programId",
			"suggestion.waiting_id as waitingId",
			"suggestion.person_id as personId",
			"suggestion.state",
			"suggestion.suggested_at as suggestedAt",
			"suggestion.reserved_until as reservedUntil",
			"suggestion.mentor_id as mentorId",
			"mentor.slack_user_id as mentorSlackId",
			"mentor.name as mentorName",
			"waiting.query",
			"waiting.state as waitingState",
		])
		.select(
			sql<boolean>`exists (select from request
				where request.workspace_id = suggestion.workspace_id
					and request.mentee_id = suggestion.person_id
					and request.mentor_id = suggestion.mentor_id
					and request.state in (${sql.join(liveStates)}))`.as("isAsked"),
		)
		.where("suggestion.workspace_id", "=", trx.workspaceId);
}

export type SuggestionRow = Awaited<
	ReturnType<ReturnType<typeof suggestions>["execute"]>
>[number];

export async function findSuggestion(
	trx: WorkspaceTrx,
	suggestionId: string,
): Promise<SuggestionRow | undefined> {
	return suggestions(trx)
		.where("suggestion.suggestion_id", "=", suggestionId)
		.executeTakeFirst();
}

/** Someone's suggestions that are open, or were asked about; oldest first. */
export async function listSuggestionsOf(
	trx: WorkspaceTrx,
	{ programId, personId }: PersonKey,
): Promise<SuggestionRow[]> {
	return suggestions(trx)
		.where("suggestion.program_id", "=", programId)
		.where("suggestion.person_id", "=", personId)
		.where("suggestion.state", "in", ["open", "asked"])
		.where("waiting.state", "=", "waiting")
		.orderBy("suggestion.suggestion_id")
		.execute();
}

/** Ends suggestions that are open still; the ids of those it did. */
export async function endSuggestions(
	trx: WorkspaceTrx,
	suggestionIds: string[],
	state: Exclude<SuggestionState, "open" | "seen">,
): Promise<string[]> {
	if (suggestionIds.length === 0) return [];
	const ended = await trx
		.updateTable("suggestion")
		.set({ state })
		.where("workspace_id", "=", trx.workspaceId)
		.where("suggestion_id", "=", sql<string>`any(${suggestionIds}::uuid[])`)
		.where("state", "=", "open")
		.returning("suggestion_id")
		.execute();
	return ended.map((row) => row.suggestion_id);
}

/** The seat of a place on the list that has ended is free for others. */
export async function endSuggestionsFor(
	trx: WorkspaceTrx,
	waitingId: string,
): Promise<void> {
	await trx
		.updateTable("suggestion")
		.set({ state: "gone" })
		.where("workspace_id", "=", trx.workspaceId)
		.where("waiting_id", "=", waitingId)
		.where("state", "=", "open")
		.execute();
}
