/**
 * The circles among people whose manager's manager, and so on, is themself.
 * Walks up once from each of `starts`: linear in the people passed.
 */
export function findCircles(
	starts: Iterable<string>,
	managerOf: (person: string) => string | null,
): string[][] {
	const circles: string[][] = [];
	/** On which walk someone was passed. */
	const passed = new Map<string, number>();
	let walk = 0;
	for (const start of starts) {
		walk += 1;
		const path: string[] = [];
		let at: string | null = start;
		while (at !== null && !passed.has(at)) {
			passed.set(at, walk);
			path.push(at);
			at = managerOf(at);
		}
		if (at !== null && passed.get(at) === walk)
			circles.push(path.slice(path.indexOf(at)));
	}
	return circles;
}
