import type { InputBlock } from "@slack/types";
import {
	type Choice,
	checkboxInput,
	multiSelectInput,
	peopleInput,
	searchInput,
	selectInput,
	textInput,
} from "../slack/inputs.ts";
import type { Text } from "../slack/text.ts";
import {
	formats,
	languages,
	lengths,
	mostMoves,
	mostTopics,
	offeredKinds,
	offers,
	rhythms,
	sentenceLength,
	styles,
	topicLevels,
	topicValue,
	wants,
} from "./enrollment.ts";
import type { Profile } from "./profile.ts";
import type { PageName } from "./profile-pages.ts";

/** The inputs of each page; their names are those of `profile-pages.ts`. */
export function fieldsOf(
	page: PageName,
	profile: Profile,
	text: Text,
): InputBlock[] {
	return fields[page](profile, text);
}

const fields: Record<PageName, (profile: Profile, text: Text) => InputBlock[]> =
	{
		topics: (profile, text) => [
			...(wants(profile.role) ? [topicField("wanted", profile, text)] : []),
			...(offers(profile.role) ? [topicField("offered", profile, text)] : []),
		],
		levels: (profile, text) =>
			profile.topics.map((topic) =>
				selectInput({
					name: `${topic.side}:${topic.topicKey}`,
					label: text.plain(`enrollment:page.levels.${topic.side}`, {
						topic: topic.name,
					}),
					initial: String(topic.level),
					choices: topicLevels.map((level) => ({
						value: level,
						label: text.plain(`enrollment:level.${level}`),
					})),
				}),
			),
		mentee: (profile, text) => [
			textInput({
				name: "goal",
				label: text.plain("enrollment:join.goal"),
				initial: profile.goal,
				max: sentenceLength,
				lines: true,
				optional: true,
			}),
			kindField("kindsWanted", profile, text),
		],
		mentor: (profile, text) => [
			textInput({
				name: "offer",
				label: text.plain("enrollment:join.offer"),
				initial: profile.offer,
				max: sentenceLength,
				lines: true,
				optional: true,
			}),
			textInput({
				name: "helpsNotWith",
				label: text.plain("enrollment:page.mentor.helpsNotWith"),
				initial: profile.helpsNotWith,
				max: sentenceLength,
				lines: true,
				optional: true,
			}),
			textInput({
				name: "moves",
				label: text.plain("enrollment:page.mentor.moves"),
				hint: text.plain("enrollment:page.mentor.movesHint"),
				initial: profile.moves.join("\n"),
				max: mostMoves * sentenceLength,
				lines: true,
				optional: true,
			}),
			kindField("kindsOffered", profile, text),
			selectInput({
				name: "capacity",
				label: text.plain("enrollment:page.mentor.capacity"),
				initial: String(profile.capacity),
				choices: Array.from({ length: 10 }, (_, index) => ({
					value: String(index + 1),
					label: String(index + 1),
				})),
			}),
		],
		rhythm: (profile, text) => [
			selectInput({
				name: "rhythm",
				label: text.plain("enrollment:page.rhythm.rhythm"),
				initial: profile.rhythm,
				choices: labelled(rhythms, (it) =>
					text.plain(`enrollment:rhythm.${it}`),
				),
			}),
			selectInput({
				name: "length",
				label: text.plain("enrollment:page.rhythm.length"),
				initial: String(profile.lengthMinutes),
				choices: labelled(lengths, (minutes) =>
					text.plain("enrollment:length", { minutes }),
				),
			}),
			selectInput({
				name: "format",
				label: text.plain("enrollment:page.rhythm.format"),
				initial: profile.format,
				choices: labelled(formats, (it) =>
					text.plain(`enrollment:format.${it}`),
				),
			}),
			multiSelectInput({
				name: "languages",
				label: text.plain("enrollment:page.rhythm.languages"),
				initial: profile.languages,
				choices: labelled(languages, text.languageName).toSorted((a, b) =>
					a.label.localeCompare(b.label, text.language),
				),
			}),
			styleField("feedback", profile, text),
			styleField("plan", profile, text),
			styleField("medium", profile, text),
		],
		hours: ({ hours }, text) => [
			...(["start", "end"] as const).map((name) =>
				textInput({
					name,
					label: text.plain(`enrollment:page.hours.${name}`),
					initial: hours[name],
					placeholder: "09:00",
					max: 5,
				}),
			),
			checkboxInput({
				name: "days",
				label: text.plain("enrollment:page.hours.days"),
				initial: hours.days.map(String),
				choices: labelled(["1", "2", "3", "4", "5", "6", "7"] as const, (it) =>
					text.plain(`enrollment:day.${it}`),
				),
			}),
		],
		never: (profile, text) => [
			peopleInput({
				name: "never",
				label: text.plain("enrollment:page.never.people"),
				initial: profile.never,
				most: 20,
				optional: true,
			}),
		],
	};

function labelled<T extends string>(
	values: readonly T[],
	label: (value: T) => string,
): Choice[] {
	return values.map((value) => ({ value, label: label(value) }));
}

function topicField(
	side: "wanted" | "offered",
	profile: Profile,
	text: Text,
): InputBlock {
	return searchInput({
		name: side,
		label: text.plain(`enrollment:join.${side}`),
		placeholder: text.plain("enrollment:join.topicsPlaceholder"),
		action: "enrollment:topics",
		most: mostTopics,
		optional: true,
		initial: profile.topics
			.filter((topic) => topic.side === side)
			.map((topic) => ({
				value: topicValue(topic.topicId, topic.name),
				label: topic.name,
			})),
	});
}

function kindField(
	name: "kindsWanted" | "kindsOffered",
	profile: Profile,
	text: Text,
): InputBlock {
	const kinds = offeredKinds.filter((kind) =>
		profile.programKinds.includes(kind),
	);
	return checkboxInput({
		name,
		label: text.plain(`enrollment:kinds.${name}`),
		initial: profile[name],
		choices: kinds.map((kind) => ({
			value: kind,
			label: text.plain(`enrollment:kind.${kind}.name`),
			description: text.plain(`enrollment:kind.${kind}.about`),
		})),
	});
}

function styleField(
	name: keyof typeof styles,
	profile: Profile,
	text: Text,
): InputBlock {
	return selectInput({
		name,
		label: text.plain(`enrollment:style.${name}`),
		initial: profile[name],
		optional: true,
		choices: labelled<
			"direct" | "gentle" | "structured" | "open" | "talk" | "write"
		>(styles[name], (it) => text.plain(`enrollment:styles.${it}`)),
	});
}
