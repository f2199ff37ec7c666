import type { WorkingHours } from "../../time/working-hours.ts";

/**
 * The kinds of mentoring that are matched; "external" mentors are outside
 * Slack, so nobody is ranked for them.
 */
export const kinds = [
	"one_to_one",
	"expertise",
	"sponsor",
	"reverse",
	"peer",
	"group",
	"flash",
] as const;
export type Kind = (typeof kinds)[number];

/** A kind as it is kept in a row, of which older ones are one to one. */
export function kindNamed(name: string): Kind {
	return kinds.find((kind) => kind === name) ?? "one_to_one";
}

/** 1 learning, 2 working, 3 expert. */
export type TopicLevel = 1 | 2 | 3;

/**
 * A topic offered or wanted. `level` is what the person has now, on both
 * sides. An `own` topic is one's own wording: it helps matching, under a key
 * that says nothing, and is never named to anyone.
 */
export type ProfileTopic = {
	readonly topic: string;
	readonly level: TopicLevel;
	readonly own: boolean;
};

export type Rhythm = "weekly" | "every_two_weeks" | "monthly";
export type Format = "video" | "in_person" | "either";

/** Answers to the one-tap questions; an unanswered one is absent. */
export type Style = {
	readonly feedback?: "direct" | "gentle";
	readonly plan?: "structured" | "open";
	readonly medium?: "talk" | "write";
};

export type Seats = {
	readonly capacity: number;
	readonly taken: number;
	/** Requests waiting for this mentor's answer; they hold no seat. */
	readonly openRequests: number;
	/** Mentees that their group still takes; absent: they have no such group. */
	readonly groupRoom?: number;
};

/**
 * Everything the engine knows of one enrolled person: plain data that can be
 * handed to a worker, without names and without any text that was not offered
 * for search. People are opaque ids.
 */
export type Profile = {
	readonly person: string;
	readonly offered: readonly ProfileTopic[];
	readonly wanted: readonly ProfileTopic[];
	readonly kindsOffered: readonly Kind[];
	readonly kindsWanted: readonly Kind[];
	/** The topics that the person's goals are about; private to them. */
	readonly goals: readonly string[];
	readonly rhythm: Rhythm;
	readonly format: Format;
	/** Spoken languages, the preferred one first; [] when not known. */
	readonly languages: readonly string[];
	readonly style: Style;
	readonly hours: WorkingHours;
	/** Seniority, higher is more senior; like the next two null if unknown. */
	readonly level: number | null;
	readonly department: string | null;
	readonly location: string | null;
	/** Managers above, the nearest first; [] when not known. */
	readonly reportingLine: readonly string[];
	/** "Support to engineering": offered for search, shown in results. */
	readonly moves: readonly string[];
	readonly seats: Seats;
	/** `silent`: let three requests in a row expire. */
	readonly state: "open" | "paused" | "silent" | "left";
	readonly guest: boolean;
	/** A mentor who said "not now" until this date. */
	readonly unavailableUntil: Date | null;
	/** People never to be matched with, by this person's own choice. */
	readonly excluded: readonly string[];
	/** Mentorships under way, in either role. */
	readonly partners: readonly {
		readonly person: string;
		readonly kind: Kind;
	}[];
	/** People with whom a mentorship ended early. */
	readonly ended: readonly string[];
	/** Mentors asked in vain, and until when they are not asked again. */
	readonly refusals: readonly {
		readonly person: string;
		readonly until: Date;
	}[];
};
