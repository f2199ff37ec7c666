import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import type { Topic } from "../programs/topic.ts";
import { optionalText } from "../slack/fields.ts";
import type { Choice } from "../slack/inputs.ts";
import { ownTopicValue, sentenceLength } from "./enrollment.ts";

/** Why a colleague cannot be nominated, as it may be said. */
export type NotNominable =
	| "yourself"
	| "mentor"
	| "notTaken"
	| "bot"
	| "guest"
	| "external"
	| "deactivated"
	| "unknown";

/** The small page, as it comes from Slack. */
export const nominationForm = z.object({
	/** Slack id of the colleague. */
	person: z.string().min(1).max(30),
	/** A topic's value; see `readTopicValue`. */
	topic: z.string().min(1).max(200),
	why: optionalText(sentenceLength),
	saysWho: z
		.array(z.string())
		.nullish()
		.transform((boxes) => (boxes ?? []).length > 0),
});
export type NominationForm = z.infer<typeof nominationForm>;

/** What the colleague is told: as it is kept. */
const words = z.object({
	/** The topic, for their own form and by its name. */
	topic: z.object({ value: z.string(), label: z.string() }),
	why: z.string().nullable(),
});
export type NominationWords = z.infer<typeof words>;

/** "<@U123|ben> kubernetes", as Slack hands over what was typed. */
export function readSuggestion(typed: string): {
	slackUserId: string | null;
	topic: string;
} {
	const mention = /<@([A-Z0-9]+)(?:\|[^>]*)?>/;
	return {
		slackUserId: typed.match(mention)?.[1] ?? null,
		topic: typed.replace(mention, " ").replace(/\s+/g, " ").trim(),
	};
}

/** What was typed as a topic of the list, else in their own words. */
export function chooseTopic(topics: Topic[], typed: string): Choice | null {
	if (typed === "") return null;
	const same = (name: string) => name.toLowerCase() === typed.toLowerCase();
	const topic = topics.find(
		({ name, synonyms }) => same(name) || synonyms.some(same),
	);
	return topic
		? { value: topic.topicId, label: topic.name }
		: { value: ownTopicValue(typed), label: typed };
}

type Owner = { workspaceId: string; nominationId: string };

function placeOf({ workspaceId, nominationId }: Owner): Place {
	return { workspaceId, table: "nomination", column: "body", id: nominationId };
}

export function sealWords(
	cipher: Cipher,
	owner: Owner,
	told: NominationWords,
): Buffer {
	return cipher.seal(placeOf(owner), JSON.stringify(told));
}

export function openWords(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): NominationWords {
	return words.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));
}
