import { z } from "zod";
import {
	fieldFaults,
	optionalOneOf,
	optionalText,
	requiredText,
	several,
	severalOf,
} from "../slack/fields.ts";
import {
	formats,
	languages,
	lengths,
	mostMoves,
	mostTopics,
	offeredKinds,
	rhythms,
	sentenceLength,
	styles,
} from "./enrollment.ts";

/** The pages of a profile, each a short form that is saved by itself. */
export const pages = [
	"topics",
	"levels",
	"mentee",
	"mentor",
	"rhythm",
	"hours",
	"never",
] as const;
export type PageName = (typeof pages)[number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldFaults.time);
const atLeastOne = <T extends string>(known: readonly T[]) =>
	severalOf(known).refine((values) => values.length > 0, fieldFaults.choose);

export const topicsPage = z.object({
	wanted: several(mostTopics),
	offered: several(mostTopics),
});

/** One field a topic: `<side>:<topic key>`, and its level. */
export const levelsPage = z.record(z.string(), z.string().nullable());

export const menteePage = z.object({
	goal: optionalText(sentenceLength),
	kindsWanted: atLeastOne(offeredKinds),
});

export const mentorPage = z.object({
	offer: optionalText(sentenceLength),
	helpsNotWith: optionalText(sentenceLength),
	moves: optionalText(mostMoves * sentenceLength),
	kindsOffered: atLeastOne(offeredKinds),
	capacity: z.coerce.number().int().min(1).max(10),
});

export const rhythmPage = z.object({
	rhythm: z.enum(rhythms),
	length: z.enum(lengths),
	format: z.enum(formats),
	languages: atLeastOne(languages),
	feedback: optionalOneOf(styles.feedback),
	plan: optionalOneOf(styles.plan),
	medium: optionalOneOf(styles.medium),
});

export const hoursPage = z.object({
	start: requiredText(5).pipe(clock),
	end: requiredText(5).pipe(clock),
	days: atLeastOne(["1", "2", "3", "4", "5", "6", "7"]),
});

export const neverPage = z.object({ never: several(20) });

/** A move a line, as typed; empty lines go. */
export function readMoves(text: string | null): string[] {
	return (text ?? "")
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.slice(0, mostMoves);
}
