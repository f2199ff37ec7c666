/**
 * What Slack says in `response_metadata.messages`. The sentences up to
 * `alreadyExists` were seen in answers of the real one; the others are not
 * documented and follow their manner.
 */
export const sentences = {
	tooLong: (max: number) => `must be less than ${max + 1} characters`,
	tooShort: (min: number) => `must be more than ${min - 1} characters`,
	tooMany: (max: number) => `no more than ${max} items allowed`,
	missing: (field: string) => `missing required field: ${field}`,
	unknown: (field: string) => `invalid additional property: ${field}`,
	unsupported: (type: string) => `unsupported type: ${type}`,
	notA: (what: string) => `must provide ${what}`,
	notAWord: "must be a valid enum value",
	wrongFormat: "failed to match schema",
	textOrFields: "must define either `text` or `fields`",
	submitNeeded: "must define `submit` to use an `input` block in modals",
	alreadyExists: (field: string, id: string) =>
		`\`${field}\` "${id}" already exists`,

	tooFew: (min: number) => `no fewer than ${min} items allowed`,
	tooHigh: (max: number) => `must be less than ${max + 1}`,
	tooLow: (min: number) => `must be more than ${min - 1}`,
	exactlyOne: (one: string, other: string) =>
		`must define exactly one of \`${one}\` and \`${other}\``,
	notAmong: (list: string) => `must match one of the \`${list}\``,
	noInput: (blockId: string) => `no input block has block_id "${blockId}"`,
	notUnique: (field: string) => `\`${field}\` must be unique`,
	notAbove: (field: string) => `must not be above \`${field}\``,
	notBelow: (field: string) => `must not be below \`${field}\``,
};
