import type { Overlap } from "../../time/overlap.ts";
import {
	commonFormat,
	levelsAhead,
	type Pair,
	sharedLanguages,
} from "./pair.ts";
import type { Kind, Profile, Seats } from "./profile.ts";

/** The hard rules a program sets; the defaults forbid only line managers. */
export type ProgramRules = {
	readonly kinds: readonly Kind[];
	/** Managers above someone, and people below, up to so many levels. */
	readonly reportingLevels: number;
	readonly department: "any" | "same" | "other";
	readonly location: "any" | "same";
	/** Minutes a week, in the worst week of the coming year. */
	readonly minimumOverlap: number;
	/** Levels ahead in the kind's direction; null for no limit. */
	readonly leastAhead: number | null;
	readonly mostAhead: number | null;
	readonly guests: boolean;
};

/**
 * Why a pair cannot be, in the order of checking. What must not be told apart
 * by others comes last and together: each of those rules is reached after all
 * the same checks, so that an exclusion shows in no way that a full mentor
 * would not.
 */
export const rules = [
	"self",
	"guest",
	"reporting_line",
	"topic",
	"kind",
	"language",
	"format",
	"department",
	"location",
	"seniority",
	"hours",
	"together",
	"left",
	"paused",
	"silent",
	"unavailable",
	"excluded",
	"ended",
	"refused",
	"full",
	"requests",
] as const;
export type Rule = (typeof rules)[number];

/** How many people each rule kept out; a rule that kept out none is absent. */
export type RuleCounts = Readonly<Partial<Record<Rule, number>>>;

export type RuleContext = {
	readonly rules: ProgramRules;
	readonly now: Date;
	readonly overlap: Overlap;
};

/** Beyond its free seats a mentor gets this many open requests. */
export const spareRequests = 2;

/** Mentees that a new group takes. */
const newGroup = 7;

/**
 * How many more someone could take on in a kind. Among peers nobody gives a
 * seat away; a group takes one, however many are in it.
 */
export function freeSeats(kind: Kind, seats: Seats): number {
	const free = seats.capacity - seats.taken;
	if (kind === "peer") return 1;
	if (kind !== "group") return free;
	return seats.groupRoom || (free > 0 ? newGroup : 0);
}

/**
 * The first hard rule that forbids a pair, or null. Data that is not known
 * forbids nothing. "topic" is the search's own rule and never returned.
 */
export function missingEdge(pair: Pair, context: RuleContext): Rule | null {
	return ruledOut(pair, context) ?? notAvailable(pair, context.now);
}

function ruledOut(pair: Pair, { rules, overlap }: RuleContext): Rule | null {
	const { mentee, mentor, kind } = pair;
	if (mentee.person === mentor.person) return "self";
	if (!rules.guests && (mentee.guest || mentor.guest)) return "guest";
	const managers = (profile: Profile) =>
		profile.reportingLine.slice(0, rules.reportingLevels);
	if (
		managers(mentee).includes(mentor.person) ||
		managers(mentor).includes(mentee.person)
	) {
		return "reporting_line";
	}
	if (!rules.kinds.includes(kind) || !mentor.kindsOffered.includes(kind)) {
		return "kind";
	}
	const languagesKnown = mentee.languages.length && mentor.languages.length;
	if (languagesKnown && sharedLanguages(pair).length === 0) return "language";
	if (commonFormat(pair) === null) return "format";
	if (rules.department !== "any") {
		const same = isSame(mentee.department, mentor.department);
		if (same !== null && same !== (rules.department === "same")) {
			return "department";
		}
	}
	if (rules.location === "same") {
		if (isSame(mentee.location, mentor.location) === false) return "location";
	}
	const ahead = levelsAhead(pair);
	if (ahead !== null) {
		if (ahead < (rules.leastAhead ?? ahead)) return "seniority";
		if (ahead > (rules.mostAhead ?? ahead)) return "seniority";
	}
	if (
		rules.minimumOverlap > 0 &&
		overlap(mentee.hours, mentor.hours) < rules.minimumOverlap
	) {
		return "hours";
	}
	const together = mentee.partners.some(
		(partner) => partner.person === mentor.person && partner.kind === kind,
	);
	return together ? "together" : null;
}

/** Null when one of the two is not known. */
function isSame(a: string | null, b: string | null): boolean | null {
	return a === null || b === null ? null : a === b;
}

function notAvailable({ mentee, mentor, kind }: Pair, now: Date): Rule | null {
	if (mentor.state !== "open") return mentor.state;
	if (mentor.unavailableUntil && mentor.unavailableUntil > now) {
		return "unavailable";
	}
	const either = (list: (profile: Profile) => readonly string[]) =>
		list(mentee).includes(mentor.person) ||
		list(mentor).includes(mentee.person);
	if (either(({ excluded }) => excluded)) return "excluded";
	if (either(({ ended }) => ended)) return "ended";
	const refused = mentee.refusals.some(
		({ person, until }) => person === mentor.person && until > now,
	);
	if (refused) return "refused";
	const free = freeSeats(kind, mentor.seats);
	if (free <= 0) return "full";
	return mentor.seats.openRequests >= free + spareRequests ? "requests" : null;
}
