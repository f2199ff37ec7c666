/**
 * Numbers that are far apart, as 0, 1, 2 and so on: the first that is seen is 0.
 * Those of a program lie side by side, with gaps where another program's are.
 */
export function startPlaces() {
	const taken: number[] = [];
	const pages = new Map<number, Int32Array<ArrayBuffer>>();
	let last = Number.NaN;
	let page = new Int32Array(0);
	function of(number: number): number {
		const which = number >> pageBits;
		if (which !== last) {
			page = pages.get(which) ?? new Int32Array(1 << pageBits);
			pages.set(which, page);
			last = which;
		}
		const at = number & ((1 << pageBits) - 1);
		// One more than the place: 0 is where none is taken.
		const place = page[at] || taken.push(number);
		page[at] = place;
		return place - 1;
	}
	return {
		/** Whose place is whose. */
		taken,
		of,
		ofAll(numbers: ArrayLike<number>): Uint32Array {
			const places = new Uint32Array(numbers.length);
			for (let at = 0; at < places.length; at++)
				places[at] = of(numbers[at] as number);
			return places;
		},
	};
}

const pageBits = 12;
