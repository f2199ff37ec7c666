import { z } from "zod";
import {
	fieldFaults,
	optionalText,
	requiredText,
	several,
	severalOf,
} from "../slack/fields.ts";
import { isZone } from "../time/zones.ts";
import { readHolidays } from "./holidays.ts";
import { type Problem, problem } from "./problem.ts";
import {
	type ProgramSettings,
	programKinds,
	settingsSchema,
	weightedTerms,
} from "./settings.ts";

/** The pages of a program's settings, each a short form saved by itself. */
export const settingsPages = [
	"basics",
	"join",
	"kinds",
	"defaults",
	"rules",
	"weights",
	"replies",
	"holidays",
	"safeguarding",
	"report",
] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** What a page changes: nothing of another page's. */
export type SettingsPatch = Partial<ProgramSettings> & { name?: string };

export type ReadPage = { patch: SettingsPatch; problems: Problem[] };

export const longestName = 60;
export const longestDescription = 500;
/** So many fit behind a preview. */
export const mostPlaces = 12;
export const mostContacts = 3;
export const weightWords = ["none", "less", "usual", "more"] as const;
export const noLimit = "none";

const fine = (patch: SettingsPatch): ReadPage => ({ patch, problems: [] });

const numberFrom = (least: number, most: number) =>
	z.coerce.number().int().min(least).max(most);
const levels = z
	.union([z.literal(noLimit), numberFrom(-9, 9)])
	.transform((value) => (value === noLimit ? null : value));

const basics = z
	.object({
		name: requiredText(longestName),
		description: optionalText(longestDescription),
	})
	.transform(({ name, description }) =>
		fine({ name, description: description ?? "" }),
	);

const join = z
	.object({
		guests: severalOf(["allowed"]),
		departments: several(mostPlaces),
		locations: several(mostPlaces),
	})
	.transform(({ guests, departments, locations }) =>
		fine({ allowsGuests: guests.length > 0, departments, locations }),
	);

const kinds = z
	.object({
		kinds: severalOf(programKinds).refine(
			// One of those who take part must be findable by another.
			(chosen) => chosen.some((kind) => kind !== "external"),
			fieldFaults.choose,
		),
	})
	.transform(fine);

const defaults = z
	.object({
		rhythm: z.enum(["weekly", "every_two_weeks", "monthly"]),
		length: z.enum(["30", "45"]),
		duration: numberFrom(1, 24),
		capacity: numberFrom(1, 10),
	})
	.transform(({ rhythm, length, duration, capacity }) =>
		fine({
			defaults: {
				rhythm,
				lengthMinutes: length === "45" ? 45 : 30,
				durationMonths: duration,
				capacity,
			},
		}),
	);

const rules = z
	.object({
		reportingLevels: numberFrom(1, 10),
		department: z.enum(["any", "same", "other"]),
		location: z.enum(["any", "same"]),
		overlapHours: numberFrom(0, 40),
		leastAhead: levels,
		mostAhead: levels,
	})
	.transform(({ overlapHours, ...rules }): ReadPage => {
		const { leastAhead, mostAhead } = rules;
		const isUpsideDown =
			leastAhead !== null && mostAhead !== null && mostAhead < leastAhead;
		return {
			patch: { rules: { ...rules, minimumOverlap: overlapHours * 60 } },
			problems: isUpsideDown
				? [problem("mostAhead", "programs:rules.upsideDown")]
				: [],
		};
	});

const weights = z
	.object(
		Object.fromEntries(
			weightedTerms.map((term) => [term, z.enum(weightWords)]),
		),
	)
	.transform((words): ReadPage => {
		const counting = Object.entries(words).filter(
			([, word]) => word !== "none",
		);
		return {
			patch: {
				weights: Object.fromEntries(
					Object.entries(words).flatMap(([term, word]) =>
						word === "usual" ? [] : [[term, word]],
					),
				),
			},
			problems:
				counting.length === 0
					? [problem("topic", "programs:weights.nothingCounts")]
					: [],
		};
	});

const replies = z
	.object({
		remindAfterDays: numberFrom(1, 20),
		closeAfterDays: numberFrom(2, 40),
	})
	.transform(
		(replies): ReadPage => ({
			patch: { replies },
			problems:
				replies.closeAfterDays > replies.remindAfterDays
					? []
					: [problem("closeAfterDays", "programs:replies.closesTooSoon")],
		}),
	);

const holidays = z
	.object({ holidays: z.string().nullish() })
	.transform(({ holidays: text }): ReadPage => {
		const { holidays, problems } = readHolidays(text ?? "");
		return { patch: { holidays }, problems };
	});

const report = z
	.object({
		channel: z.string().nullish(),
		every: z.enum(["week", "month"]),
		weekday: numberFrom(1, 7),
		time: settingsSchema.shape.report.unwrap().shape.time.unwrap(),
		zone: z.string().refine(isZone),
	})
	.transform(({ channel, ...rest }) =>
		fine({ report: { channel: channel ?? null, ...rest } }),
	);

/** Reads the forms; the one of people is read where people are known. */
export const pageForms: Record<
	Exclude<SettingsPage, "safeguarding">,
	z.ZodType<ReadPage>
> = {
	basics,
	join,
	kinds,
	defaults,
	rules,
	weights,
	replies,
	holidays,
	report,
};

/** Slack's ids of the contacts; who they are is read elsewhere. */
export const contactsForm = z.object({
	people: several(mostContacts).refine(
		({ length }) => length > 0,
		fieldFaults.choose,
	),
});

/** Pages that can leave people without a possible mentor, and what they hold. */
export const weighedPages = {
	join: settingsSchema.pick({
		allowsGuests: true,
		departments: true,
		locations: true,
	}),
	kinds: settingsSchema.pick({ kinds: true }),
	rules: settingsSchema.pick({ rules: true }),
} satisfies Partial<Record<SettingsPage, z.ZodType<SettingsPatch>>>;
export type WeighedPage = keyof typeof weighedPages;

export function isWeighed(page: SettingsPage): page is WeighedPage {
	return Object.hasOwn(weighedPages, page);
}

/** All that is asked of a program nobody has touched yet. */
export const firstForm = z.object({
	name: requiredText(longestName),
	channel: z.string().nullish(),
});
