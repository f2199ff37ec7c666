import pg, { type CustomTypesConfig } from "pg";

const { getTypeParser } = pg.types;
/** Of Postgres' types, by oid. */
const [uuid, uuids, integers] = [2950, 2951, 1007];

/** Where each element is something; pg reads all others. */
const plain = /^\{[\da-f,-]+\}$/;

const readsArray =
	(oid: number, read: (element: string) => unknown) => (array: string) =>
		plain.test(array)
			? array
					.slice(1, -1)
					.split(",")
					.map((element) => read(element))
			: getTypeParser(oid)(array);

/**
 * Reads each id as one and the same string, wherever it stands: sets of a
 * hundred thousand people are compared for seconds otherwise. Arrays of ids and of
 * integers are read without looking for quotes. It remembers all ids it has read,
 * so it is for a connection that ends soon.
 */
export function sharedIds(): CustomTypesConfig {
	const known = new Map<string, string>();
	function share(id: string): string {
		const same = known.get(id);
		if (same === undefined) known.set(id, id);
		return same ?? id;
	}
	const parsers = new Map<number, (text: string) => unknown>([
		[uuid, share],
		[uuids, readsArray(uuids, share)],
		[integers, readsArray(integers, Number)],
	]);
	return {
		getTypeParser: (oid: number, format?: "text" | "binary") =>
			parsers.get(oid) ?? getTypeParser(oid, format ?? "text"),
	} as CustomTypesConfig;
}
