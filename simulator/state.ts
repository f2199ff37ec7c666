import type {
	Block,
	Conversation,
	Notice,
	StateValues,
	View,
} from "./surface.ts";
import type { SlackTeam } from "./world.ts";

/** What one person has typed, chosen and been offered in one place. */
export type Filled = {
	values: StateValues;
	/** Options an external select has offered, by block id and action id. */
	offered: Record<string, Option[]>;
};

export type Option = {
	text: { type: string; text: string; emoji?: boolean };
	value: string;
	description?: { type: string; text: string };
};

export type StoredMessage = {
	ts: string;
	user: string;
	text: string;
	blocks: Block[];
	/** Of the app, not of a person. */
	fromApp: boolean;
	/** The only person who sees it. */
	ephemeralTo?: string;
	editedTs?: string;
	metadata?: unknown;
	/** Ids of those shared with it. */
	files?: string[];
};

export type StoredFile = {
	id: string;
	name: string;
	title: string;
	/** Who uploaded it; the app's bot user for its own. */
	user: string;
	size: number;
	/** Seconds since 1970. */
	created: number;
	/** As base64; null until the bytes have come. */
	content: string | null;
	/** An upload of the app goes through three; a person's is given at once. */
	stage: "waiting" | "uploaded" | "complete" | "given";
	shares: { channel: string; ts: string }[];
};

export type StoredConversation = {
	id: string;
	kind: Conversation["kind"];
	/** Of a channel, without the #; empty otherwise. */
	name: string;
	isPrivate: boolean;
	isArchived: boolean;
	members: string[];
	messages: StoredMessage[];
};

/** A view as the app sent it, and where it stands. */
export type StoredView = Filled & {
	id: string;
	type: View["type"];
	owner: string;
	/** Title, submit, blocks, private_metadata ... as sent. */
	sent: Record<string, unknown>;
	blocks: Block[];
	hash: string;
	root: string;
	previous: string | null;
	errors: Record<string, string>;
};

/** Everything one workspace holds. */
export type TeamState = {
	team: SlackTeam;
	conversations: Map<string, StoredConversation>;
	files: Map<string, StoredFile>;
	homes: Map<string, StoredView>;
	/** The open modals of each person, the bottom one first. */
	modals: Map<string, StoredView[]>;
	notices: Map<string, Notice[]>;
	lastNotice: number;
	/** What each person filled in messages, by "user ts". */
	filled: Map<string, Filled>;
	/** The ts read last, by "user conversation". */
	read: Map<string, string>;
	/** Microseconds of the last ts given out. */
	lastTs: number;
};

export function createTeamState(team: SlackTeam): TeamState {
	const channels = (team.channels ?? []).map(
		(channel): [string, StoredConversation] => [
			channel.id,
			{
				id: channel.id,
				kind: "channel",
				name: channel.name,
				isPrivate: channel.isPrivate ?? false,
				isArchived: channel.isArchived ?? false,
				members: [...channel.members],
				messages: [],
			},
		],
	);
	return {
		team,
		conversations: new Map(channels),
		files: new Map(),
		homes: new Map(),
		modals: new Map(),
		notices: new Map(),
		lastNotice: 0,
		filled: new Map(),
		read: new Map(),
		lastTs: 0,
	};
}

/** A message's ts: the time, yet never the same twice and never going back. */
export function nextTs(state: TeamState, now: number): string {
	state.lastTs = Math.max(state.lastTs + 1, Math.floor(now) * 1000);
	const seconds = Math.floor(state.lastTs / 1_000_000);
	const micros = String(state.lastTs % 1_000_000).padStart(6, "0");
	return `${seconds}.${micros}`;
}
