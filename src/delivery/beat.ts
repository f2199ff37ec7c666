import type { Claimed } from "./owe.ts";

/** Lanes that give within so many milliseconds are looked at together. */
const leastMs = 20;

/**
 * Remembers when the lanes that this process claimed from give again, by their
 * rate. Looking just then, a sender reaches the rate; looking only now and
 * then, it would lose a part of every interval.
 */
export function createBeat(perSecond: number) {
	const readyAt = new Map<string, number>();
	return {
		claimed(claims: Pick<Claimed, "workspaceId">[]): void {
			const now = performance.now();
			for (const { workspaceId } of claims)
				readyAt.set(
					workspaceId,
					Math.max(now, readyAt.get(workspaceId) ?? 0) + 1_000 / perSecond,
				);
		},
		/** Milliseconds until the next of them does; Infinity: none is known. */
		untilNext(): number {
			const now = performance.now();
			for (const [workspaceId, at] of readyAt)
				if (at <= now) readyAt.delete(workspaceId);
			return Math.max(leastMs, Math.min(...readyAt.values()) - now);
		},
	};
}
