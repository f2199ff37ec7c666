import { cut } from "../slack/mrkdwn.ts";
import type { Kind, Profile, Seats } from "./engine/profile.ts";
import type { Ranking } from "./engine/rank.ts";
import { type Reason, reasonsOf } from "./engine/reasons.ts";
import { freeSeats } from "./engine/rules.ts";
import { type Emptiness, whyEmpty } from "./engine/why-empty.ts";

/** One mentor in a list, with all that may be shown of them. */
export type Found = {
	personId: string;
	slackUserId: string;
	name: string;
	title: string;
	/** In their own words, for people who search. */
	offer: string | null;
	/** Of the program's list; one's own topics are never named. */
	topics: string[];
	kinds: readonly Kind[];
	freeSeats: number;
	reasons: readonly Reason[];
};

/** What the views need to name people and topics. */
export type Names = {
	person(
		personId: string,
	): Pick<Found, "slackUserId" | "name" | "title" | "offer"> | undefined;
	topic(key: string): string | undefined;
};

export type FoundPage = {
	/** As it was typed; "" for no topic. */
	query: string;
	found: Found[];
	/** Where the next page begins; null on the last one. */
	next: number | null;
	empty: readonly Emptiness[];
};

export const pageSize = 5;
export const longestQuery = 100;

/** What was typed behind `/mentor find`, which Slack hands over escaped. */
export function readQuery(typed: string): string {
	const words = typed
		.replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, mark, target, label) =>
			label ? `${mark}${label}` : target,
		)
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
	return cut(words, longestQuery);
}

/** Five of a ranking, from `offset`, with plain reasons. */
export function foundPage(
	query: string,
	offset: number,
	ranking: Ranking,
	profiles: Map<string, Profile>,
	names: Names,
): FoundPage {
	const { ranked, missing } = ranking;
	const end = offset + pageSize;
	const found = ranked.slice(offset, end).flatMap((one): Found[] => {
		const person = names.person(one.person);
		const profile = profiles.get(one.person);
		if (!person || !profile) return [];
		const { seats } = profile;
		return [
			{
				...person,
				personId: one.person,
				topics: profile.offered.flatMap(
					({ topic }) => names.topic(topic) ?? [],
				),
				kinds: one.kinds,
				freeSeats: openSeats(one.kinds, seats),
				reasons: reasonsOf(one.terms, "mentee"),
			},
		];
	});
	return {
		query,
		found,
		next: end < ranked.length ? end : null,
		empty: ranked.length === 0 ? whyEmpty(missing) : [],
	};
}

/** For mentees of their own, where they take any; else in their group. */
function openSeats(kinds: readonly Kind[], seats: Seats): number {
	const own = kinds.find((kind) => kind !== "group" && kind !== "peer");
	return freeSeats(own ?? kinds[0] ?? "peer", seats);
}
