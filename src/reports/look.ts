import type { Amount, Published } from "./candidate.ts";
import { topicKey } from "./people-figures.ts";
import { figureOf, type Release } from "./published.ts";

/** Something in the numbers that a manager could do something about. */
export type Look =
	| { is: "topic"; topicId: string }
	| { is: "short" | "idle" | "unmet" }
	| { is: "quiet" | "needsCheckIn"; people: number }
	| { is: "slow"; hours: number }
	| { is: "useless"; mean: number };

const mostLooks = 4;
const mostTopics = 2;
/** A part of the people that is worth a look. */
const aFifth = 0.2;
const slowHours = 72;
const lowMean = 3.5;

/**
 * What to look at, most urgent first. It is taken from what is published and
 * nothing else, so that it cannot say more than the numbers do; and from what is
 * new, as it is told of today.
 *
 * @param topicIds the listed topics, in the order in which they are named
 */
export function looksAt(
	published: Release,
	topicIds: readonly string[],
): Look[] {
	const release = { ...published, figures: newIn(published) };
	const topics = topicIds
		.filter((topicId) => isShort(release, topicId))
		.map((topicId) => ({ is: "topic" as const, topicId }));
	return [
		...topics.slice(0, mostTopics),
		...aboutSeats(release),
		...aboutHealth(release),
		...aboutMeetings(release),
	].slice(0, mostLooks);
}

const newIn = ({ madeAt, figures }: Release): Published[] =>
	figures.filter(({ asOf }) => asOf === madeAt.toISOString());

function isShort({ figures }: Release, topicId: string): boolean {
	const peopleOf = (what: "waiting" | "seats") =>
		figures.find(({ id }) => id === topicKey(topicId, what));
	return isMore(yesOf(peopleOf("waiting")), yesOf(peopleOf("seats")));
}

function aboutSeats(release: Release): Look[] {
	const seats = figureOf(release, "seats");
	if (seats?.kind !== "share") return [];
	if (isMore(yesOf(figureOf(release, "waiting")), seats.yes))
		return [{ is: "short" }];
	const { yes, people } = seats;
	return yes.is === "number" &&
		people.is === "number" &&
		yes.value * 2 > people.value
		? [{ is: "idle" }]
		: [];
}

function aboutHealth(release: Release): Look[] {
	const health = figureOf(release, "health");
	if (health?.kind !== "split" || health.people.is !== "number") return [];
	const all = health.people.value;
	return (["quiet", "needsCheckIn"] as const).flatMap((is) => {
		const row = health.rows.find(({ names }) => names.join() === is);
		return row?.people.is === "number" && row.people.value >= all * aFifth
			? [{ is, people: row.people.value }]
			: [];
	});
}

function aboutMeetings(release: Release): Look[] {
	const met = figureOf(release, "met");
	const reply = figureOf(release, "firstReply");
	const useful = figureOf(release, "useful");
	const looks: Look[] = [];
	if (
		met?.kind === "share" &&
		met.people.is === "number" &&
		met.yes.is === "number" &&
		met.yes.value * 2 < met.people.value
	)
		looks.push({ is: "unmet" });
	if (
		reply?.kind === "median" &&
		reply.median.is === "number" &&
		reply.median.value >= slowHours
	)
		looks.push({ is: "slow", hours: reply.median.value });
	if (
		useful?.kind === "mean" &&
		useful.mean.is === "number" &&
		useful.mean.value < lowMean
	)
		looks.push({ is: "useless", mean: useful.mean.value });
	return looks;
}

const yesOf = (figure: Published | undefined): Amount =>
	figure?.kind === "share" ? figure.yes : { is: "hidden" };

/** Certainly more people than others, as far as both are told. */
function isMore(some: Amount, others: Amount): boolean {
	if (some.is !== "number") return false;
	if (others.is === "number") return some.value > others.value;
	return others.is === "under" && some.value >= others.limit;
}
