import type { KnownBlock } from "@slack/types";
import { section } from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
	quote,
} from "../slack/mrkdwn.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import type { Introduction } from "./introduction.ts";
import type { WholeIntroduction } from "./introductions.service.ts";

export function dayFor(at: Date, reader: Reader): Mrkdwn {
	return dateToken(slackDate(at, "day", reader));
}

/** The people of it, to be put into a sentence. */
export function mentions({ mentee, mentor, third }: Introduction) {
	return {
		mentee: mention(mentee.slackUserId),
		mentor: mention(mentor.slackUserId),
		third: third ? mention(third.slackUserId) : joinMrkdwn([], ""),
	};
}

/** The same by name, for buttons and notifications. */
export function names({ mentee, mentor, third }: Introduction) {
	return {
		mentee: mentee.name,
		mentor: mentor.name,
		third: third?.name ?? "",
	};
}

/** Someone's own words under a few of ours. */
export function quoted(title: Mrkdwn, words: string): KnownBlock {
	return section(joinMrkdwn([title, quote(words)], "\n"));
}

/** A title, about what, and why, as the mentee wrote it. */
export function topicBlocks(
	title: Mrkdwn,
	{ words }: WholeIntroduction,
	why: { title: Mrkdwn },
): KnownBlock[] {
	return [
		quoted(title, words.topic),
		...(words.why ? [quoted(why.title, words.why)] : []),
	];
}
