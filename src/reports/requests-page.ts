import type { Amount } from "./candidate.ts";
import type { FigureId } from "./figures.ts";
import { topicKey } from "./people-figures.ts";
import type { Release } from "./published.ts";
import type { Report } from "./report.ts";

/** Requests and the waiting list, which managers see as numbers alone. */
export type RequestsPage = {
	programId: string;
	program: string;
	/** The latest stored release; null: there is none yet. */
	report: Report | null;
	/** It is of today, so that a new one would say the same. */
	isFresh: boolean;
	topics: TopicNumbers[];
};

/** A listed topic: who waits for it, and which mentors have room. */
export type TopicNumbers = { name: string; waiting: Amount; seats: Amount };

/** What the page shows of a release, in this order. */
export const requestFigures: readonly FigureId[] = [
	"waiting",
	"asked",
	"firstReply",
	"timeToMatch",
];

const mostTopics = 20;

/** Of a release, the topics that enough people wait for to say how many. */
export const topicsIn = (
	{ figures }: Release,
	topics: readonly { topicId: string; name: string }[],
): TopicNumbers[] =>
	topics
		.map(({ topicId, name }) => {
			const yesOf = (what: "waiting" | "seats"): Amount => {
				const key = topicKey(topicId, what);
				const figure = figures.find(({ id }) => id === key);
				return figure?.kind === "share" ? figure.yes : { is: "hidden" };
			};
			return { name, waiting: yesOf("waiting"), seats: yesOf("seats") };
		})
		.filter(({ waiting }) => waiting.is === "number")
		.slice(0, mostTopics);
