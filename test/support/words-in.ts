/** Every string anywhere inside a JSON value. */
export function wordsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap(wordsIn);
}
