/**
 * The code of a system or Postgres error, or undefined. Errors may come from
 * another realm (Jest gives each test file one), where `instanceof` is false.
 */
export function errorCode(error: unknown): unknown {
	return typeof error === "object" && error !== null && "code" in error
		? error.code
		: undefined;
}
