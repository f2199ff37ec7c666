import type { Reader } from "../time/dates.ts";
import { type Change, changesSince } from "./changes.ts";
import { type Look, looksAt } from "./look.ts";
import type { Release } from "./published.ts";

/** A release as it is told: in a channel, before that, and in `/mentor stats`. */
export type Report = {
	release: Release;
	/** The program's name. */
	program: string;
	looks: (Exclude<Look, { is: "topic" }> | { is: "topic"; topic: string })[];
	/** null: there is no earlier release. */
	since: { date: Date; changes: Change[] } | null;
	reader: Reader;
};

export type ReportFacts = {
	release: Release;
	before: Release | null;
	program: string;
	/** The listed topics by name. */
	topics: readonly { topicId: string; name: string }[];
	reader: Reader;
};

export function reportOf({
	release,
	before,
	program,
	topics,
	reader,
}: ReportFacts): Report {
	const names = new Map(topics.map(({ topicId, name }) => [topicId, name]));
	return {
		...{ release, program, reader },
		looks: looksAt(release, [...names.keys()]).map((look) =>
			look.is === "topic"
				? { is: "topic", topic: names.get(look.topicId) ?? "" }
				: look,
		),
		since: before && {
			date: before.madeAt,
			changes: changesSince(release, before),
		},
	};
}
