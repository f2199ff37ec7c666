import type { InputValue, Person, Surface } from "../../simulator/surface.ts";

/** Text that is read: as sent, without the marks that Slack takes out. */
export function readMrkdwn(text: string, people: Person[]): string {
	return text
		.replace(/<([^<>]+)>/g, (_, inside: string) => readToken(inside, people))
		.replace(/(^|[\s(>])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s).,:;!?])/gm, "$1$3")
		.replace(/`([^`\n]+)`/g, "$1")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
}

function readToken(inside: string, people: Person[]): string {
	const [target = "", label] = inside.split("|");
	if (target.startsWith("@")) {
		const id = target.slice(1);
		return `@${people.find((person) => person.id === id)?.name ?? label ?? id}`;
	}
	if (target.startsWith("#")) return `#${label ?? target.slice(1)}`;
	if (target.startsWith("!")) return label ?? `@${target.slice(1)}`;
	return label ?? target;
}

/** A text object, or nothing. */
export function readText(value: unknown, people: Person[]): string {
	if (!isObject(value) || typeof value.text !== "string") return "";
	return value.type === "mrkdwn" ? readMrkdwn(value.text, people) : value.text;
}

/** The text inside a rich text; its sections are lines. */
export function readRich(value: unknown, people: Person[]): string {
	if (!isObject(value)) return "";
	const { type, text, elements } = value;
	if (type === "user") return readToken(`@${value.user_id}`, people);
	if (type === "emoji") return `:${value.name}:`;
	if (typeof text === "string") return text;
	if (type === "link") return String(value.url);
	const between = /^rich_text(_list)?$/.test(String(type)) ? "\n" : "";
	return Array.isArray(elements)
		? elements.map((each) => readRich(each, people)).join(between)
		: "";
}

/** What stands in an input, as its words. */
export function readValue(
	value: InputValue | undefined,
	{
		people,
		conversations,
		channels,
	}: Pick<Surface, "people" | "conversations" | "channels">,
): string {
	const { type: _, ...held } = value ?? { type: "" };
	return Object.values(held)
		.flat()
		.map((each) => {
			if (isObject(each))
				return readText(each.text, people) || String(each.name ?? "");
			const named = [...people, ...conversations, ...channels].find(
				({ id }) => id === each,
			);
			return named?.name ?? (each === null ? "" : String(each));
		})
		.filter(Boolean)
		.join(", ");
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function squeeze(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** A string is meant whole, an expression anywhere. */
export function fits(what: string | RegExp, text: string): boolean {
	return typeof what === "string"
		? squeeze(what) === squeeze(text)
		: what.test(text);
}

/** Like `fits`, but a string may stand anywhere too. */
export function occurs(what: string | RegExp, text: string): boolean {
	return typeof what === "string"
		? squeeze(text).includes(squeeze(what))
		: what.test(text);
}
