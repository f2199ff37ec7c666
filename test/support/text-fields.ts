import { z } from "zod";
import type { Entry } from "../../src/slack/feature.ts";

type Part = z.core.JSONSchema.BaseSchema | boolean;

/**
 * Fields whose parser takes any text, as "<form> <field>": what people type,
 * and menus that are not of a fixed set. `*` for fields named as one goes.
 */
export function textFieldsOf(entries: readonly Entry[]): string[] {
	return entries
		.filter(({ type }) => type === "view")
		.flatMap(({ id, input }) => {
			const schema = z.toJSONSchema(input, {
				io: "input",
				unrepresentable: "any",
			});
			const form = schema.properties?.form;
			if (typeof form !== "object") return [];
			const { properties = {}, additionalProperties } = form;
			const named = additionalProperties
				? { "*": additionalProperties }
				: properties;
			return Object.entries(named).flatMap(([name, field]) =>
				takesAnyText(field) ? [`${id} ${name}`] : [],
			);
		});
}

function takesAnyText(part: Part): boolean {
	if (typeof part !== "object") return part;
	if (part.anyOf) return part.anyOf.some(takesAnyText);
	const isFixed = part.format ?? part.pattern ?? part.enum ?? part.const;
	return isFixed === undefined && [part.type].flat().includes("string");
}
