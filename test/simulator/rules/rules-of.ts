import { suggestions } from "../../../simulator/rules/answers.ts";
import {
	anyView,
	messageBlocks,
	messageMetadata,
} from "../../../simulator/rules/surfaces.ts";
import type { Schema, Shape } from "../../../simulator/rules/vocabulary.ts";
import { span } from "./case.ts";

/** Every rule there is in the tables, in the words of the cases. */

const isText = (shape: Shape): boolean =>
	shape.name === "plain_text" || shape.name === "mrkdwn";

/** One rule, in the words of the cases. */
export function inWords(schema: Schema): string {
	switch (schema.is) {
		case "text": {
			const look = schema.format === null ? "" : `, ${schema.format.name}`;
			return `${span(schema.min, schema.max)} characters${look}`;
		}
		case "number":
			return span(schema.min, schema.max);
		case "amount":
			return "a number";
		case "flag":
			return "true or false";
		case "word":
			return schema.of.join(", ");
		case "map":
			return "an object";
		case "list":
			return `${span(schema.min, schema.max)} of ${inWords(schema.of)}`;
		case "kinds":
			return Object.values(schema.of)
				.map((shape) => {
					const { text } = shape.fields;
					return isText(shape) && text
						? `${shape.name} of ${inWords(text)}`
						: shape.name;
				})
				.join(" or ");
		case "shape":
			return `a ${schema.name}`;
	}
}

function collect(schema: Schema, into: Map<string, Shape>): void {
	if (schema.is === "list") collect(schema.of, into);
	if (schema.is === "kinds")
		for (const shape of Object.values(schema.of)) collect(shape, into);
	if (schema.is !== "shape" || isText(schema) || into.has(schema.name)) return;
	into.set(schema.name, schema);
	for (const field of Object.values(schema.fields)) collect(field, into);
}

export type Listed = Record<
	string,
	{ fields: Record<string, string>; bonds: string[] }
>;

/** By object: what its fields may hold, and which bonds there are. */
export function everyRule(): Listed {
	const shapes = new Map<string, Shape>();
	for (const root of [messageBlocks, anyView, messageMetadata, suggestions])
		collect(root, shapes);
	return Object.fromEntries(
		[...shapes].map(([name, shape]) => [
			name,
			{
				fields: Object.fromEntries(
					Object.entries(shape.fields)
						.filter(([field]) => field !== "type" || shape.type === null)
						.map(([field, schema]) => [
							field,
							`${schema.required ? "needed, " : ""}${inWords(schema)}`,
						]),
				),
				bonds: shape.bonds.map(({ rule }) => rule),
			},
		]),
	);
}
