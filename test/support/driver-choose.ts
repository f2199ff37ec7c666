import { optionsOf } from "../../simulator/elements.ts";
import { offersOf } from "../../simulator/page/offers.ts";
import type {
	InputValue,
	Query,
	Suggestions,
	Surface,
} from "../../simulator/surface.ts";
import { holdsSeveral, valueKey } from "../../simulator/values.ts";
import { address, type Target } from "./driver-find.ts";
import { fits, occurs, readText } from "./driver-words.ts";

type Ask = (query: Query) => Promise<Suggestions>;

/** The value that stands for these choices; throws for one that is not there. */
export async function valueOfChoices(
	surface: Surface,
	target: Target,
	wanted: (string | RegExp)[],
	ask: Ask,
): Promise<InputValue> {
	const { type } = target.element;
	const key = valueKey(type);
	if (key === null) throw new Error(`Nothing can be chosen in a ${type}.`);
	const chosen: unknown[] = [];
	for (const each of wanted)
		chosen.push(await choice(surface, target, each, ask));
	return { type, [key]: holdsSeveral(type) ? chosen : (chosen[0] ?? null) };
}

async function choice(
	surface: Surface,
	target: Target,
	wanted: string | RegExp,
	ask: Ask,
): Promise<unknown> {
	const { element } = target;
	if (/users_select$/.test(element.type))
		return pick(surface.people, wanted, ({ name }) => name).id;
	if (/(conversations|channels)_select$/.test(element.type))
		return pick(offersOf(element, surface), wanted, ({ name }) => name).id;
	if (/external_select$/.test(element.type)) {
		// An offer like `use "rust"` is found by typing what it quotes.
		const words = wanted instanceof RegExp ? wanted.source : wanted;
		const [, query = words] = /["“](.+?)["”]/.exec(words) ?? [];
		const { options } = await ask({ ...address(target), query });
		const { text, value } = pick(options, wanted, (option) => option.text);
		return { text: { type: "plain_text", text, emoji: true }, value };
	}
	return pick(optionsOf(element), wanted, ({ text }) =>
		readText(text, surface.people),
	);
}

function pick<T>(
	all: T[],
	wanted: string | RegExp,
	read: (each: T) => string,
): T {
	const found =
		all.find((each) => fits(wanted, read(each))) ??
		all.find((each) => occurs(wanted, read(each)));
	if (found !== undefined) return found;
	const there = all.map(read).join(", ");
	throw new Error(`"${wanted}" cannot be chosen; there is: ${there}`);
}

const formats: Record<string, (text: string) => unknown> = {
	datetimepicker: (text) => Math.floor(Date.parse(text) / 1000),
};

/** Text, a date (2030-01-31), a time (09:30) or an ISO instant. */
export function valueOfText({ element }: Target, text: string): InputValue {
	const { type } = element;
	const key = valueKey(type);
	if (key === null || /_select$|^(radio|checkboxes)/.test(type))
		throw new Error(`Nothing can be typed into a ${type}.`);
	return { type, [key]: formats[type]?.(text) ?? text };
}
