import { describe, expect, test } from "@jest/globals";
import type { Problem } from "../../simulator/rules/check.ts";
import type { Fields } from "../../simulator/rules/vocabulary.ts";
import type { Bad } from "./rules/case.ts";
import { everyRule, type Listed } from "./rules/rules-of.ts";
import type { Subject } from "./rules/subject.ts";
import { samples, subjects } from "./rules/subjects.ts";

/** `fields` over the least form; an undefined one is taken away. */
const withFields = (least: Fields, fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries({ ...least, ...fields }).filter(
			([, value]) => value !== undefined,
		),
	);

const accepted = ({ held, least }: Subject, fields: Fields): void =>
	expect(held(withFields(least, fields)).problems).toEqual([]);

const refused = (
	{ held, least }: Subject,
	fields: Fields,
	{ says, at = "" }: Pick<Bad, "says" | "at">,
): void => {
	const { problems, error, at: root } = held(withFields(least, fields));
	const only: Problem = {
		error,
		message: `${says} [json-pointer:${root}${at}]`,
	};
	expect(problems).toEqual([only]);
};

test("every rule has a case, and every case a rule", () => {
	const cases: Listed = Object.fromEntries(
		Object.entries(subjects).map(([name, { fields, bonds }]) => [
			name,
			{
				fields: Object.fromEntries(
					Object.entries(fields).map(([field, { needed, says }]) => [
						field,
						`${needed ? "needed, " : ""}${says}`,
					]),
				),
				bonds: Object.keys(bonds ?? {}),
			},
		]),
	);
	expect(cases).toEqual(everyRule());
});

describe.each(Object.entries(subjects))("%s", (_name, subject) => {
	test("is accepted in its least form", () => accepted(subject, {}));

	test("takes no property it does not name", () =>
		refused(
			subject,
			{ nonsense: 1 },
			{ says: "invalid additional property: nonsense" },
		));

	if (subject.least.type !== undefined)
		test("needs its type", () =>
			refused(
				subject,
				{ type: undefined },
				{ says: "missing required field: type" },
			));

	for (const [field, rule] of Object.entries(subject.fields)) {
		const withValue = (value: unknown) => ({ ...rule.given, [field]: value });

		test(`${field}: ${rule.says}`, () => {
			const good = rule.good(samples);
			expect(good).not.toHaveLength(0);
			for (const value of good) accepted(subject, withValue(value));
		});

		test(`${field}: nothing else than ${rule.says}`, () => {
			for (const { value, says, at = "" } of rule.bad(samples))
				refused(subject, withValue(value), { says, at: `/${field}${at}` });
		});

		if (rule.needed)
			test(`${field} is needed`, () =>
				refused(subject, withValue(undefined), {
					says: `missing required field: ${field}`,
				}));
	}

	for (const [name, bond] of Object.entries(subject.bonds ?? {}))
		test(name, () => {
			for (const fields of bond.good) accepted(subject, fields);
			for (const { given, ...problem } of bond.bad)
				refused(subject, given, problem);
		});
});
