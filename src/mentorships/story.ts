import type { Help, PastGoal } from "./closing.ts";
import type { Mentorship } from "./mentorship.ts";

/**
 * What a mentorship was to one of its members: their own goals and words, and
 * nobody else's, save for the thank-yous they received.
 */
export type Story = {
	mentorship: Mentorship;
	/** Who mentored them from outside Slack. */
	outside: string | null;
	/** When it began, and when it came to its end. */
	from: Date;
	to: Date;
	goals: PastGoal[];
	helped: Help[];
	helpedWords: string[];
	learned: string[];
	ownWords: string[];
	thanks: { name: string; words: string }[];
	/** Their own, to someone whom Mentor cannot write to. */
	thanksToCopy: string[];
	/** What they let the program quote, without their name. */
	quotes: string[];
};
