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

/** Of many millions, each is read where it stands. */
function readIntegers(array: string): unknown {
	if (!plain.test(array)) return getTypeParser(integers)(array);
	let count = 1;
	for (let at = array.indexOf(","); at > 0; at = array.indexOf(",", at + 1))
		count++;
	const numbers = new Int32Array(count);
	let [at, number, sign] = [0, 0, 1];
	for (let place = 1; place < array.length; place++) {
		const digit = array.charCodeAt(place) - zero;
		if (digit >= 0 && digit <= 9) number = 10 * number + digit;
		else if (digit === minus) sign = -1;
		else {
			numbers[at++] = sign * number;
			[number, sign] = [0, 1];
		}
	}
	return numbers;
}

const zero = "0".charCodeAt(0);
const minus = "-".charCodeAt(0) - zero;

/**
 * Reads each id as one and the same string, wherever it stands: sets of a
 * hundred thousand people are compared for seconds otherwise. Arrays of ids and of
 * integers are read without looking for quotes, and the latter as Int32Array. It remembers all ids it has read,
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
		[integers, readIntegers],
	]);
	return {
		getTypeParser: (oid: number, format?: "text" | "binary") =>
			parsers.get(oid) ?? getTypeParser(oid, format ?? "text"),
	} as CustomTypesConfig;
}
