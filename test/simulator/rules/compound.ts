import { type Case, chars, plainly, span } from "./case.ts";

/** Cases of what holds other values: text objects, objects, lists. */

const textObject = (type: string, max: number, extra: string): Case => {
	const all = { type, text: "x" };
	const { good, bad } = chars(max);
	const none = { least: () => ({}), typed: [] };
	return plainly(
		`${type} of 1 to ${max} characters`,
		[...good(none).map((text) => ({ type, text })), { ...all, [extra]: true }],
		[
			{ value: "x", says: "must provide an object" },
			{ value: { text: "x" }, says: "missing required field: type" },
			{ value: { type }, says: "missing required field: text" },
			{
				value: { ...all, nonsense: 1 },
				says: "invalid additional property: nonsense",
			},
			{
				value: { ...all, [extra]: "true" },
				says: "must provide a boolean",
				at: `/${extra}`,
			},
			{
				value: { type: "rich_text", elements: [] },
				says: "unsupported type: rich_text",
				at: "/type",
			},
			...bad(none).map(({ value, says }) => ({
				value: { type, text: value },
				says,
				at: "/text",
			})),
		],
	);
};

export const mrkdwn = (max: number) => textObject("mrkdwn", max, "verbatim");

export const plain = (max: number): Case => {
	const of = textObject("plain_text", max, "emoji");
	const formatted = {
		value: { type: "mrkdwn", text: "*x*" },
		says: "unsupported type: mrkdwn",
		at: "/type",
	};
	return { ...of, bad: (samples) => [...of.bad(samples), formatted] };
};

export const anyText = (max: number): Case =>
	either(textObject("plain_text", max, "emoji"), mrkdwn(max));

/** What any of the cases takes; what is wrong with each stays wrong. */
export const either = (...of: Case[]): Case => ({
	says: of.map(({ says }) => says).join(" or "),
	good: (samples) => of.flatMap(({ good }) => good(samples)),
	bad: (samples) => of.flatMap(({ bad }) => bad(samples)),
});

/** One object, named as in the tables. */
export const object = (name: string): Case => ({
	says: `a ${name}`,
	good: ({ least }) => [least(name)],
	bad: () => [{ value: "x", says: "must provide an object" }],
});

/** One of several objects, told apart by type; every other type is refused. */
export const oneOf = (...names: string[]): Case => ({
	says: names.join(" or "),
	good: ({ least }) => names.map(least),
	bad: ({ least, typed }) => [
		{ value: "x", says: "must provide an object" },
		{ value: {}, says: "missing required field: type" },
		...[...typed, { type: "video" }, { type: "constructor" }]
			.filter(({ type }) => !names.some((name) => least(name).type === type))
			.map((value) => ({
				value,
				says: `unsupported type: ${value.type}`,
				at: "/type",
			})),
	],
});

/** A list of `min` to `max`; `vary` makes its items differ. */
export const listOf = (
	min: number,
	max: number,
	of: Case,
	vary: (item: unknown, index: number) => unknown = (item) => item,
): Case => ({
	says: `${span(min, max)} of ${of.says}`,
	good: (samples) => {
		const [first, ...others] = of.good(samples);
		const many = (length: number) =>
			Array.from({ length }, (_, i) => vary(first, i));
		return [
			many(min),
			many(Number.isFinite(max) ? max : min + 2),
			...(max < 1 ? [] : others.map((item) => [item])),
		];
	},
	bad: (samples) => {
		const [first] = of.good(samples);
		const tooMany = Array.from({ length: max < 1000 ? max + 1 : 0 }, (_, i) =>
			vary(first, i),
		);
		return [
			{ value: {}, says: "must provide an array" },
			...(min === 0
				? []
				: [
						{
							value: tooMany.slice(0, min - 1),
							says: `no fewer than ${min} items allowed`,
						},
					]),
			...(tooMany.length === 0
				? []
				: [{ value: tooMany, says: `no more than ${max} items allowed` }]),
			...of.bad(samples).map(({ value, says, at }) => ({
				value: [value],
				says,
				at: `/0${at ?? ""}`,
			})),
		];
	},
});
