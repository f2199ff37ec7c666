/** One search of one person on the waiting list. */
export type WaitingEntry = {
	readonly waitingId: string;
	readonly personId: string;
	readonly since: Date;
};

export type Suggestion = {
	readonly waitingId: string;
	readonly personId: string;
	readonly mentorId: string;
};

/** One entry that was looked at, and what came of it. */
export type Step = {
	readonly waitingId: string;
	readonly suggestion: Suggestion | null;
};

export type WaitingList = {
	readonly entries: readonly WaitingEntry[];
	/** Seats that nobody who waits has been told of, by mentor. */
	readonly seats: ReadonlyMap<string, number>;
	/** People who cannot be told of a seat now, or have one to decide about. */
	readonly busy: ReadonlySet<string>;
	/** Whether a person was told of this mentor before. */
	wasTold(personId: string, mentorId: string): boolean;
	/** The mentor who suits an entry best, of those that `isFree`. */
	best(
		entry: WaitingEntry,
		isFree: (mentorId: string) => boolean,
	): string | null;
};

/**
 * Who is told of which free seat: one after another, the longest waiting
 * first, each the mentor who suits best of those left. So a seat goes to
 * somebody only when it fits nobody who has waited longer and was told of
 * none. Nobody is told of two, no seat is told to two. The order of the
 * entries given never matters.
 *
 * Yields after every entry it had to look at, so that whoever runs it can stop
 * for breath, or for good: with 10,000 entries it may take seconds in all.
 */
export function* planSuggestions(list: WaitingList): Generator<Step, void> {
	const left = new Map([...list.seats].filter(([, seats]) => seats > 0));
	const served = new Set(list.busy);
	for (const entry of list.entries.toSorted(byWait)) {
		if (left.size === 0) return;
		const { waitingId, personId } = entry;
		if (served.has(personId)) continue;
		const mentorId = list.best(
			entry,
			(id) => left.has(id) && !list.wasTold(personId, id),
		);
		if (mentorId === null) {
			yield { waitingId, suggestion: null };
			continue;
		}
		served.add(personId);
		const seats = (left.get(mentorId) ?? 0) - 1;
		if (seats > 0) left.set(mentorId, seats);
		else left.delete(mentorId);
		yield { waitingId, suggestion: { waitingId, personId, mentorId } };
	}
}

function byWait(a: WaitingEntry, b: WaitingEntry): number {
	return (
		a.since.getTime() - b.since.getTime() ||
		(a.waitingId < b.waitingId ? -1 : 1)
	);
}

/** What has become of a suggestion that was open. */
export function suggestionNow(
	{ reservedUntil }: { reservedUntil: Date },
	facts: { wasAsked: boolean; isPossible: boolean },
	now: Date,
): "open" | "asked" | "gone" | "lapsed" {
	if (facts.wasAsked) return "asked";
	if (!facts.isPossible) return "gone";
	return reservedUntil <= now ? "lapsed" : "open";
}
