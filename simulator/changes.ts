export type Changes = {
	version(team: string): number;
	/** Something that someone in this workspace could see has changed. */
	bump(team: string): void;
	/** Returns the way to stop listening. */
	listen(team: string, listener: (version: number) => void): () => void;
};

export function createChanges(): Changes {
	const versions = new Map<string, number>();
	const listeners = new Map<string, Set<(version: number) => void>>();
	return {
		version: (team) => versions.get(team) ?? 0,
		bump(team) {
			const version = (versions.get(team) ?? 0) + 1;
			versions.set(team, version);
			for (const listener of listeners.get(team) ?? []) listener(version);
		},
		listen(team, listener) {
			const ofTeam = listeners.get(team) ?? new Set();
			listeners.set(team, ofTeam.add(listener));
			return () => ofTeam.delete(listener);
		},
	};
}
