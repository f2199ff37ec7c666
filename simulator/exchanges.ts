import type { Exchange } from "./surface.ts";

export type Exchanges = {
	add(
		direction: Exchange["direction"],
		what: string,
		outcome: string,
		team: string | undefined,
	): void;
	/** The ones behind `after`, oldest first; the last thousand are kept. */
	list(after?: number): Exchange[];
};

const kept = 1000;

export function createExchanges(
	now: () => number,
	noted: (team: string | undefined) => void,
): Exchanges {
	const all: Exchange[] = [];
	let lastId = 0;
	return {
		add(direction, what, outcome, team) {
			lastId += 1;
			const at = new Date(now()).toISOString();
			all.push({ id: lastId, at, direction, what, outcome });
			if (all.length > kept) all.shift();
			noted(team);
		},
		list: (after = 0) => all.filter(({ id }) => id > after),
	};
}
