import type { Random } from "./random.ts";
import type { DemoTopic } from "./topics.ts";

const wantFrames: readonly ((want: string) => string)[] = [
	(want) => `I want to ${want}.`,
	(want) => `This year I would like to ${want}.`,
	(want) => `My next step is to ${want}.`,
	(want) => `I keep meaning to ${want}, and need someone to think with.`,
	(want) => `By summer I hope to ${want}.`,
	(want) => `It is time for me to ${want}.`,
];

const offerFrames: readonly ((offer: string) => string)[] = [
	(offer) => `Ask me about ${offer}.`,
	(offer) => `I am happy to share what I know about ${offer}.`,
	(offer) => `Good for a conversation about ${offer}.`,
	(offer) => `I can help with ${offer}.`,
	(offer) => `Over the years I have learned a lot about ${offer}.`,
	(offer) => `Bring your questions about ${offer}.`,
];

/** What someone wants, in their own words. */
export function wantSentence(random: Random, { want }: DemoTopic): string {
	return random.pick(wantFrames)(want);
}

/** What someone offers, in their own words. */
export function offerSentence(random: Random, { offer }: DemoTopic): string {
	return random.pick(offerFrames)(offer);
}
