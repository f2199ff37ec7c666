import type { Kinds } from "../../src/delivery/letter.ts";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import { section } from "../../src/slack/blocks.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";
import type { Place } from "./arena.ts";

const sentence = escapeText("A message of the benchmark.");

/** What every message of the benchmarks says. */
export const note = { text: sentence, blocks: [section(sentence)] };

const kind = "bench:note";

export const noteKinds: Kinds = new Map([
	[kind, { render: async () => note, ifUnknown: "resend" }],
]);

/** So many notes to each person of a place, to everybody by turns. */
export function notesFor({ people }: Place, each: number): OwedMessage[] {
	return Array.from({ length: each }, (_, round) =>
		people.map((personId) => noteTo(personId, `${round}:${personId}`)),
	).flat();
}

export function noteTo(personId: string, key: string): OwedMessage {
	return {
		kind,
		to: { personId },
		subjectId: personId,
		key: `bench:${key}`,
		urgency: "now",
		staleAfterHours: 24,
	};
}
