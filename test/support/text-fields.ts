import { z } from "zod";
import type { Entry } from "../../src/slack/feature.ts";

type Schema = {
	type?: string | string[];
	properties?: Record<string, Schema>;
	additionalProperties?: Schema;
	anyOf?: Schema[];
	format?: string;
	pattern?: string;
	enum?: unknown[];
	const?: unknown;
};

/**
 * Fields whose parser takes any text, as "<form> <field>": what people type,
 * and menus that are not of a fixed set. `*` for fields named as one goes.
 */
export function textFieldsOf(entries: readonly Entry[]): string[] {
	return entries
		.filter(({ type }) => type === "view")
		.flatMap(({ id, input }) => {
			const schema: Schema = z.toJSONSchema(input, {
				io: "input",
				unrepresentable: "any",
			});
			const { properties = {}, additionalProperties } =
				schema.properties?.form ?? {};
			const named = additionalProperties
				? { "*": additionalProperties }
				: properties;
			return Object.entries(named).flatMap(([name, field]) =>
				takesAnyText(field) ? [`${id} ${name}`] : [],
			);
		});
}

function takesAnyText(schema: Schema): boolean {
	if (schema.anyOf) return schema.anyOf.some(takesAnyText);
	const isFixed =
		schema.format ?? schema.pattern ?? schema.enum ?? schema.const;
	return isFixed === undefined && [schema.type].flat().includes("string");
}
