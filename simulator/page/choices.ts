import type { Option } from "@slack/types";
import type { InputValue, Suggestions, Surface } from "../surface.ts";
import type { SelectElement } from "./kit.ts";
import { offersOf } from "./offers.ts";
import { idsIn, optionsIn } from "./values.ts";

/** One line of a list to choose from, whatever it stands for. */
export type Choice = {
	value: string;
	text: string;
	description?: string;
	group?: string;
	/** The option as the app sent it, to be handed back unchanged. */
	option?: Option;
};

type World = Pick<Surface, "people" | "conversations" | "channels">;

/** What the list holds before anything is typed; external ones start empty. */
export function choicesOf(element: SelectElement, world: World): Choice[] {
	switch (element.type) {
		case "static_select":
		case "multi_static_select":
			return [
				...(element.options ?? []).map((option) => optionChoice(option)),
				...(element.option_groups ?? []).flatMap(({ label, options }) =>
					options.map((option) => optionChoice(option, label.text)),
				),
			];
		case "users_select":
		case "multi_users_select":
			return world.people
				.filter((person) => !person.isDeactivated)
				.map(personChoice);
		case "conversations_select":
		case "multi_conversations_select":
		case "channels_select":
		case "multi_channels_select":
			return offersOf(element, world).map(({ id, name }) => ({
				value: id,
				text: name,
			}));
		default:
			return [];
	}
}

export function selectedOf(
	element: SelectElement,
	value: InputValue,
	world: World,
): Choice[] {
	if (/static|external/.test(element.type))
		return optionsIn(value).map((option) => optionChoice(option));
	const all = choicesOf(element, world);
	return idsIn(value).map(
		(id) =>
			all.find((choice) => choice.value === id) ?? { value: id, text: id },
	);
}

/** The choices as Slack would put them into the state of the view. */
export function valueWith(
	element: SelectElement,
	chosen: Choice[],
): InputValue {
	const { type } = element;
	const multi = isMulti(element);
	if (/static|external/.test(type)) {
		const options = chosen.map(asOption);
		if (multi) return { type, selected_options: options };
		return { type, selected_option: options[0] ?? null };
	}
	const noun = type.replace(/^multi_/, "").replace(/s_select$/, "");
	const ids = chosen.map(({ value }) => value);
	if (multi) return { type, [`selected_${noun}s`]: ids };
	return { type, [`selected_${noun}`]: ids[0] ?? null };
}

export function isMulti(element: SelectElement): boolean {
	return element.type.startsWith("multi_");
}

export function isExternal(element: SelectElement): boolean {
	return element.type.endsWith("external_select");
}

export function suggestedChoices({ options }: Suggestions): Choice[] {
	return options;
}

/** Every word typed must occur; accents and case do not matter. */
export function matching(choices: Choice[], query: string): Choice[] {
	const words = plain(query).split(/\s+/).filter(Boolean);
	return choices.filter((choice) => {
		const text = plain(`${choice.text} ${choice.description ?? ""}`);
		return words.every((word) => text.includes(word));
	});
}

export function personChoice(person: Surface["people"][number]): Choice {
	const { id, name, title } = person;
	const notes = [
		title,
		person.isBot ? "app" : "",
		person.isGuest ? "guest" : "",
		person.isDeactivated ? "deactivated" : "",
	];
	return {
		value: id,
		text: name,
		description: notes.filter(Boolean).join(", "),
	};
}

function optionChoice(option: Option, group?: string): Choice {
	return {
		value: option.value ?? "",
		text: option.text.text,
		option,
		...(option.description ? { description: option.description.text } : {}),
		...(group === undefined ? {} : { group }),
	};
}

function asOption(choice: Choice): Option {
	if (choice.option) return choice.option;
	const { text, value, description } = choice;
	return {
		text: { type: "plain_text", text },
		value,
		...(description
			? { description: { type: "plain_text", text: description } }
			: {}),
	};
}

function plain(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
