/** A program as numbers, for one of its managers; nobody of their own line. */
export type ManagedProgram = {
	programId: string;
	name: string;
	/** Managers may see who is enrolled by name, so this is exact. */
	enrolled: number;
	/** People, as all of these. */
	waiting: number;
	asking: number;
};

/** Fewer people than this are never counted out. */
export const fewest = 5;

/**
 * A number that managers may read of what they may not see by name: whole
 * fives, so that looking again after each click tells nothing of anyone.
 * null: fewer than five.
 */
export function inFives(people: number): number | null {
	return people < fewest ? null : people - (people % fewest);
}
