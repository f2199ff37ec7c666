import { sentences as say } from "./sentences.ts";
import type { Fields, Schema, Shape } from "./vocabulary.ts";

/** One thing wrong: Slack's sentence, and where its JSON pointer points. */
export type Breach = { says: string; at: string };

export const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything in `value` that the schema refuses, in reading order. */
export function breaches(schema: Schema, value: unknown, at: string): Breach[] {
	const sentence = ofValue(schema, value);
	if (sentence !== null) return [{ says: sentence, at }];
	if (schema.is === "list" && Array.isArray(value))
		return value.flatMap((item, i) => breaches(schema.of, item, `${at}/${i}`));
	if (schema.is === "kinds" && isFields(value))
		return ofKind(schema.of, value, at);
	if (schema.is === "shape" && isFields(value))
		return ofShape(schema, value, at);
	return [];
}

/** What is wrong with a value by itself, its insides left alone. */
function ofValue(schema: Schema, value: unknown): string | null {
	switch (schema.is) {
		case "text":
			if (typeof value !== "string") return say.notA("a string");
			if (value.length < schema.min) return say.tooShort(schema.min);
			if (value.length > schema.max) return say.tooLong(schema.max);
			return schema.format?.fits(value) === false ? say.wrongFormat : null;
		case "number":
			if (!Number.isInteger(value)) return say.notA("an integer");
			if (Number(value) < schema.min) return say.tooLow(schema.min);
			return Number(value) > schema.max ? say.tooHigh(schema.max) : null;
		case "amount":
			return Number.isFinite(value) ? null : say.notA("a number");
		case "flag":
			return typeof value === "boolean" ? null : say.notA("a boolean");
		case "word":
			if (typeof value !== "string") return say.notA("a string");
			return schema.of.includes(value) ? null : say.notAWord;
		case "list":
			if (!Array.isArray(value)) return say.notA("an array");
			if (value.length < schema.min) return say.tooFew(schema.min);
			return value.length > schema.max ? say.tooMany(schema.max) : null;
		default:
			return isFields(value) ? null : say.notA("an object");
	}
}

function ofKind(
	shapes: Record<string, Shape>,
	value: Fields,
	at: string,
): Breach[] {
	if (value.type === undefined) return [{ says: say.missing("type"), at }];
	const type = String(value.type);
	// Own keys only: a type such as "constructor" is no shape.
	const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
	return shape === undefined
		? [{ says: say.unsupported(type), at: `${at}/type` }]
		: ofShape(shape, value, at);
}

function ofShape(shape: Shape, value: Fields, at: string): Breach[] {
	const fields = Object.entries(shape.fields);
	const missing = fields
		.filter(([name, field]) => field.required && value[name] === undefined)
		.map(([name]) => ({ says: say.missing(name), at }));
	const unknown = Object.keys(value)
		.filter((name) => !Object.hasOwn(shape.fields, name))
		.map((name) => ({ says: say.unknown(name), at }));
	const inside = fields
		.filter(([name]) => value[name] !== undefined)
		.flatMap(([name, field]) => breaches(field, value[name], `${at}/${name}`));
	const found = [...missing, ...unknown, ...inside];
	if (found.length > 0) return found;
	return shape.bonds
		.filter((bond) => !bond.holds(value))
		.map(({ says, at: below }) => ({
			says,
			at: below === "" ? at : `${at}/${below}`,
		}));
}
