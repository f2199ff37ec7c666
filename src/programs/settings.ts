import { z } from "zod";

/** The kinds of mentoring a program may offer; see PRODUCT's table. */
export const programKinds = [
	"one_to_one",
	"flash",
	"expertise",
	"sponsor",
	"reverse",
	"peer",
	"group",
	"external",
] as const;
export type ProgramKind = (typeof programKinds)[number];

/**
 * Kinds that people look for and offer in their profile. Whoever is outside
 * Slack has none, so an external mentorship is begun by its mentee alone.
 */
export const profileKinds = [
	"one_to_one",
	"flash",
	"expertise",
	"sponsor",
	"reverse",
	"peer",
	"group",
] as const satisfies readonly ProgramKind[];

/** The terms of the score, whose weight a program can change. */
export const weightedTerms = [
	"topic",
	"move",
	"goal",
	"seniority",
	"department",
	"language",
	"style",
	"hours",
	"rhythm",
	"format",
] as const;
export type WeightedTerm = (typeof weightedTerms)[number];

const date = z.iso.date();

/**
 * What a program's managers decide. Everything has a default, so that `{}` is
 * a usable program and a setting that comes later needs no migration.
 */
export const settingsSchema = z.object({
	description: z.string().max(500).default(""),
	/** The function `enter` of the database reads this one. */
	allowsGuests: z.boolean().default(false),
	/** Departments and locations whose people may join; empty: all. */
	departments: z.array(z.string()).default([]),
	locations: z.array(z.string()).default([]),
	kinds: z
		.array(z.enum(programKinds))
		.min(1)
		.default([...programKinds]),
	/** What a new enrollment or agreement starts from. */
	defaults: z
		.object({
			rhythm: z
				.enum(["weekly", "every_two_weeks", "monthly"])
				.default("every_two_weeks"),
			lengthMinutes: z.literal([30, 45]).default(30),
			durationMonths: z.int().min(1).max(24).default(6),
			capacity: z.int().min(1).max(10).default(1),
		})
		.prefault({}),
	/** Pairs that can never be. */
	rules: z
		.object({
			/** Managers above and people below, up to so many levels. */
			reportingLevels: z.int().min(1).max(10).default(10),
			department: z.enum(["any", "same", "other"]).default("any"),
			location: z.enum(["any", "same"]).default("any"),
			/** Minutes a week of working hours in common. */
			minimumOverlap: z.int().min(0).max(2400).default(0),
			/** Levels the mentor is ahead; null: no limit. */
			leastAhead: z.int().min(-9).max(9).nullable().default(null),
			mostAhead: z.int().min(-9).max(9).nullable().default(null),
		})
		.prefault({}),
	/** How much a term of the score counts; absent: as usual. */
	weights: z.record(z.string(), z.enum(["none", "less", "more"])).default({}),
	/** Working days of the person asked. */
	replies: z
		.object({
			remindAfterDays: z.int().min(1).max(20).default(3),
			closeAfterDays: z.int().min(2).max(40).default(7),
		})
		.prefault({}),
	holidays: z.array(z.object({ date, name: z.string().max(60) })).default([]),
	/** Who hears of it when something is wrong; ids of people. */
	safeguarding: z.array(z.uuid()).max(3).default([]),
	report: z
		.object({
			/** Slack's id of the channel; null: none yet. */
			channel: z.string().nullable().default(null),
			every: z.enum(["week", "month"]).default("month"),
			/** ISO weekday; of a month it is the first such day. */
			weekday: z.int().min(1).max(7).default(1),
			/** Local time in `zone`, "HH:mm". */
			time: z.iso.time({ precision: -1 }).default("09:00"),
			zone: z.string().default("UTC"),
		})
		.prefault({}),
});

export type ProgramSettings = z.infer<typeof settingsSchema>;

/** The dates on which nobody in the program is expected to answer. */
export const holidayDates = ({ holidays }: ProgramSettings): string[] =>
	holidays.map((holiday) => holiday.date);
