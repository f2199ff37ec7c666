import type { InputBlock } from "@slack/types";
import {
	checkboxInput,
	lookupInput,
	peopleInput,
	searchInput,
	selectInput,
	textInput,
} from "../slack/inputs.ts";
import { channelInput, timeInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { labelled, numbers, range } from "./choices.ts";
import { holidayLines, longestHolidayText } from "./holidays.ts";
import { ruleFields, weightFields } from "./rule-fields.views.ts";
import type { ProgramPage } from "./settings.service.ts";
import { programKinds } from "./settings.ts";
import {
	longestDescription,
	longestName,
	mostContacts,
	mostPlaces,
	type SettingsPage,
} from "./settings-pages.ts";

type Fields = (program: ProgramPage, text: Text) => InputBlock[];

/** The inputs of each page; their names are those of `settings-pages.ts`. */
export function fieldsOf(
	page: SettingsPage,
	program: ProgramPage,
	text: Text,
): InputBlock[] {
	return fields[page](program, text);
}

const fields: Record<SettingsPage, Fields> = {
	basics: ({ name, settings }, text) => [
		nameField(name, text),
		textInput({
			name: "description",
			label: text.plain("programs:page.basics.description"),
			initial: settings.description,
			max: longestDescription,
			lines: true,
			optional: true,
		}),
	],
	join: ({ settings, known }, text) => [
		checkboxInput({
			name: "guests",
			label: text.plain("programs:page.join.guests"),
			initial: settings.allowsGuests ? ["allowed"] : [],
			optional: true,
			choices: [
				{
					value: "allowed",
					label: text.plain("programs:page.join.guestsAllowed"),
				},
			],
		}),
		...(known.department || settings.departments.length > 0
			? [placesField("departments", settings.departments, text)]
			: []),
		...(known.location || settings.locations.length > 0
			? [placesField("locations", settings.locations, text)]
			: []),
	],
	kinds: ({ settings }, text) => [
		checkboxInput({
			name: "kinds",
			label: text.plain("programs:page.kinds.kinds"),
			initial: settings.kinds,
			choices: programKinds.map((kind) => ({
				value: kind,
				label: text.plain(`enrollment:kind.${kind}.name`),
				description: text.plain(`enrollment:kind.${kind}.about`),
			})),
		}),
	],
	defaults: ({ settings: { defaults } }, text) => [
		selectInput({
			name: "rhythm",
			label: text.plain("programs:page.defaults.rhythm"),
			initial: defaults.rhythm,
			choices: labelled(
				["weekly", "every_two_weeks", "monthly"] as const,
				(it) => text.plain(`enrollment:rhythm.${it}`),
			),
		}),
		selectInput({
			name: "length",
			label: text.plain("programs:page.defaults.length"),
			initial: String(defaults.lengthMinutes),
			choices: numbers([30, 45], (minutes) =>
				text.plain("enrollment:length", { minutes }),
			),
		}),
		selectInput({
			name: "duration",
			label: text.plain("programs:page.defaults.duration"),
			initial: String(defaults.durationMonths),
			choices: numbers(range(1, 24), (count) =>
				text.plain("programs:defaults.months", { count }),
			),
		}),
		selectInput({
			name: "capacity",
			label: text.plain("programs:page.defaults.capacity"),
			initial: String(defaults.capacity),
			choices: numbers(range(1, 10), String),
		}),
	],
	rules: ruleFields,
	weights: weightFields,
	replies: ({ settings: { replies } }, text) => [
		selectInput({
			name: "remindAfterDays",
			label: text.plain("programs:page.replies.remindAfterDays"),
			initial: String(replies.remindAfterDays),
			choices: numbers(range(1, 20), String),
		}),
		selectInput({
			name: "closeAfterDays",
			label: text.plain("programs:page.replies.closeAfterDays"),
			initial: String(replies.closeAfterDays),
			choices: numbers(range(2, 40), String),
		}),
	],
	holidays: ({ settings: { holidays } }, text) => [
		textInput({
			name: "holidays",
			label: text.plain("programs:page.holidays.holidays"),
			placeholder: text.plain("programs:page.holidays.placeholder"),
			initial: holidayLines(holidays),
			max: longestHolidayText,
			lines: true,
			optional: true,
		}),
	],
	safeguarding: ({ contacts }, text) => [
		peopleInput({
			name: "people",
			label: text.plain("programs:page.safeguarding.people"),
			hint: text.plain("programs:page.safeguarding.hint"),
			initial: contacts,
			most: mostContacts,
		}),
	],
	report: ({ settings: { report } }, text) => [
		channelInput({
			name: "channel",
			label: text.plain("programs:page.report.channel"),
			initial: report.channel,
			optional: true,
		}),
		selectInput({
			name: "every",
			label: text.plain("programs:page.report.every"),
			initial: report.every,
			choices: labelled(["week", "month"] as const, (it) =>
				text.plain(`programs:report.every.${it}`),
			),
		}),
		selectInput({
			name: "weekday",
			label: text.plain("programs:page.report.weekday"),
			initial: String(report.weekday),
			choices: labelled(["1", "2", "3", "4", "5", "6", "7"] as const, (day) =>
				text.plain(`enrollment:day.${day}`),
			),
		}),
		timeInput({
			name: "time",
			label: text.plain("programs:page.report.time"),
			initial: report.time,
		}),
		lookupInput({
			name: "zone",
			label: text.plain("programs:page.report.zone"),
			placeholder: text.plain("programs:page.report.zonePlaceholder"),
			action: "programs:zones",
			initial: { value: report.zone, label: report.zone },
		}),
	],
};

export function nameField(name: string, text: Text): InputBlock {
	return textInput({
		name: "name",
		label: text.plain("programs:page.basics.name"),
		initial: name,
		max: longestName,
	});
}

function placesField(
	name: "departments" | "locations",
	places: string[],
	text: Text,
): InputBlock {
	return searchInput({
		name,
		label: text.plain(`programs:page.join.${name}`),
		hint: text.plain("programs:page.join.placesHint"),
		placeholder: text.plain("programs:page.join.placesPlaceholder"),
		action: `programs:${name}`,
		most: mostPlaces,
		optional: true,
		initial: places.map((place) => ({ value: place, label: place })),
	});
}
