import type { Running } from "./bot.ts";

/**
 * What nobody should ever meet: lines the bot logged as warnings or errors,
 * calls that Slack refused, and what Slack had to say to people itself.
 */
export function troubles({ logged, slack }: Running): string[] {
	const lines = logged.filter((line) => JSON.parse(line).level >= 40);
	const refused = slack
		.exchanges()
		.filter(({ outcome }) => !/^(ok|answered)\b/.test(outcome))
		.map(({ what, outcome }) => `${what}: ${outcome}`);
	return [...lines, ...refused];
}
