import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Sim } from "./sim.ts";
import type {
	StoredConversation,
	StoredFile,
	StoredView,
	TeamState,
} from "./state.ts";

/** What outlives a restart; open modals and notices do not, as in a browser. */
type Snapshot = {
	format: 1;
	teams: Record<
		string,
		{
			conversations: StoredConversation[];
			/** Absent in files of an older simulator. */
			files?: StoredFile[];
			homes: StoredView[];
			read: [string, string][];
			lastTs: number;
		}
	>;
};

const debounce = 500;

/** Reads the file into the state; starts empty when it cannot, and says so. */
export function restoreFile(sim: Sim, path: string): void {
	try {
		restore(sim, readFileSync(path, "utf8"));
	} catch (error) {
		sim.log(`starting empty: ${path} cannot be read (${String(error)})`);
	}
}

/** Goes on from what `textOf` gave. */
export function restore(sim: Sim, text: string): void {
	const snapshot: unknown = JSON.parse(text);
	if (!isSnapshot(snapshot)) throw new Error("not a snapshot");
	for (const state of sim.teams.values()) {
		const kept = snapshot.teams[state.team.id];
		if (kept) fill(state, kept);
	}
}

function isSnapshot(value: unknown): value is Snapshot {
	if (typeof value !== "object" || value === null) return false;
	const { format, teams } = value as Partial<Snapshot>;
	return (
		format === 1 &&
		typeof teams === "object" &&
		Object.values(teams).every(
			({ conversations, homes, read, lastTs }) =>
				[conversations, homes, read].every(Array.isArray) &&
				Number.isSafeInteger(lastTs),
		)
	);
}

function fill(state: TeamState, kept: Snapshot["teams"][string]): void {
	for (const conversation of kept.conversations)
		state.conversations.set(conversation.id, conversation);
	for (const file of kept.files ?? []) state.files.set(file.id, file);
	for (const home of kept.homes) state.homes.set(home.owner, home);
	state.read = new Map(kept.read);
	state.lastTs = kept.lastTs;
}

export type Keeper = {
	/** Writes now what has not been written, and stops. */
	stop(): void;
};

/** Writes the state a moment after each change, whole or not at all. */
export function keep(sim: Sim, path: string): Keeper {
	let timer: NodeJS.Timeout | null = null;
	function write() {
		timer = null;
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(`${path}.new`, textOf(sim));
		renameSync(`${path}.new`, path);
	}
	const stops = [...sim.teams.keys()].map((team) =>
		sim.changes.listen(team, () => {
			timer ??= setTimeout(write, debounce);
		}),
	);
	return {
		stop() {
			for (const stop of stops) stop();
			if (timer) clearTimeout(timer);
			write();
		},
	};
}

/** What outlives a restart, as text. */
export function textOf(sim: Sim): string {
	const teams = [...sim.teams.values()].map(
		(state): [string, Snapshot["teams"][string]] => [
			state.team.id,
			{
				conversations: [...state.conversations.values()],
				files: [...state.files.values()],
				homes: [...state.homes.values()],
				read: [...state.read],
				lastTs: state.lastTs,
			},
		],
	);
	const snapshot: Snapshot = { format: 1, teams: Object.fromEntries(teams) };
	return JSON.stringify(snapshot);
}
