import {
	channelMention,
	escapeText,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { plainDate, type Reader } from "../time/dates.ts";
import { nextHoliday } from "./holidays.ts";
import type { ProgramPage } from "./settings.service.ts";
import { programKinds, weightedTerms } from "./settings.ts";
import { type SettingsPage, weightWords } from "./settings-pages.ts";

/** Who reads a program's settings, and when. */
export type SettingsReader = Reader & { now: Date };

type Summary = (
	program: ProgramPage,
	text: Text,
	reader: SettingsReader,
) => Mrkdwn;

/** What is set on a page, in plain words. */
export function summaryOf(
	page: SettingsPage,
	program: ProgramPage,
	text: Text,
	reader: SettingsReader,
): Mrkdwn {
	return summaries[page](program, text, reader);
}

const plain = (words: string[], separator: string) =>
	escapeText(words.join(separator));

const summaries: Record<SettingsPage, Summary> = {
	basics: ({ settings }, text) =>
		settings.description
			? escapeText(settings.description)
			: text.mrkdwn("programs:hub.noDescription"),
	join: ({ settings }, text) => {
		const { allowsGuests, departments, locations } = settings;
		return plain(
			[
				text.plain(`programs:join.${allowsGuests ? "guests" : "members"}`),
				...(departments.length > 0
					? [
							text.plain("programs:join.departments", {
								names: text.list(departments),
							}),
						]
					: []),
				...(locations.length > 0
					? [
							text.plain("programs:join.locations", {
								names: text.list(locations),
							}),
						]
					: []),
			],
			", ",
		);
	},
	kinds: ({ settings }, text) =>
		plain(
			programKinds
				.filter((kind) => settings.kinds.includes(kind))
				.map((kind) => text.plain(`enrollment:kind.${kind}.name`)),
			", ",
		),
	defaults: ({ settings: { defaults } }, text) =>
		text.mrkdwn("programs:defaults.summary", {
			rhythm: text.plain(`enrollment:rhythm.${defaults.rhythm}`),
			length: text.plain("enrollment:length", {
				minutes: defaults.lengthMinutes,
			}),
			duration: text.plain("programs:defaults.months", {
				count: defaults.durationMonths,
			}),
			capacity: text.plain("programs:defaults.capacity", {
				count: defaults.capacity,
			}),
		}),
	rules: ({ settings: { rules } }, text) => {
		const { department, location, minimumOverlap } = rules;
		const levels = (count: number) =>
			text.plain("programs:rules.ahead", { count });
		const only = (rule: string) =>
			text.plain("programs:rules.sentence", { rule });
		return plain(
			[
				text.plain("programs:rules.levels", { count: rules.reportingLevels }),
				...(department === "any"
					? []
					: [only(text.plain(`programs:rules.department.${department}`))]),
				...(location === "any"
					? []
					: [only(text.plain(`programs:rules.location.${location}`))]),
				...(minimumOverlap > 0
					? [
							text.plain("programs:rules.overlap", {
								count: Math.round(minimumOverlap / 60),
							}),
						]
					: []),
				...(rules.leastAhead === null
					? []
					: [
							text.plain("programs:rules.leastAhead", {
								levels: levels(rules.leastAhead),
							}),
						]),
				...(rules.mostAhead === null
					? []
					: [
							text.plain("programs:rules.mostAhead", {
								levels: levels(rules.mostAhead),
							}),
						]),
			],
			" ",
		);
	},
	weights: ({ settings: { weights } }, text) => {
		const lines = weightWords.flatMap((word) => {
			const terms = weightedTerms.filter((term) => weights[term] === word);
			if (word === "usual" || terms.length === 0) return [];
			const names = terms.map((term) => text.plain(`programs:term.${term}`));
			return [
				text.plain(`programs:weights.${word}`, { terms: names.join(", ") }),
			];
		});
		return lines.length > 0
			? plain(lines, "\n")
			: text.mrkdwn("programs:weights.usual");
	},
	replies: ({ settings: { replies } }, text) =>
		text.mrkdwn("programs:replies.summary", {
			remind: text.plain("programs:replies.days", {
				count: replies.remindAfterDays,
			}),
			close: text.plain("programs:replies.days", {
				count: replies.closeAfterDays,
			}),
		}),
	holidays: ({ settings: { holidays } }, text, reader) => {
		if (holidays.length === 0) return text.mrkdwn("programs:holidays.none");
		const days = text.plain("programs:holidays.summary", {
			count: holidays.length,
		});
		const next = nextHoliday(holidays, reader.now.toISOString().slice(0, 10));
		if (!next) return escapeText(days);
		// A date without a time is the same wherever it is read.
		const date = plainDate(new Date(next.date), "day", {
			...reader,
			zone: "UTC",
		});
		return text.mrkdwn("programs:holidays.next", {
			days,
			name: next.name,
			date,
		});
	},
	safeguarding: ({ contacts }, text) =>
		contacts.length > 0
			? joinMrkdwn(contacts.map(mention), ", ")
			: text.mrkdwn("programs:safeguarding.none"),
	report: ({ settings: { report } }, text) => {
		const { channel, every, weekday, time, zone } = report;
		if (channel === null) return text.mrkdwn("programs:report.none");
		return text.mrkdwn(`programs:report.${every}`, {
			channel: channelMention(channel),
			day: text.plain(`enrollment:day.${dayOf(weekday)}`),
			time,
			zone,
		});
	},
};

const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

function dayOf(weekday: number) {
	return days[weekday - 1] ?? "1";
}
