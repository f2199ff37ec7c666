import type { KnownBlock } from "@slack/types";
import type { z } from "zod";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import type { FileMessage, Message, Modal } from "./blocks.ts";
import type { Choice } from "./inputs.ts";
import type { Text, TextKey } from "./text.ts";

/** Who acts, as the signed envelope and the database say. */
export type Actor = {
	personId: string;
	slackUserId: string;
	name: string;
	zone: string;
	locale: string;
	slackRole: "member" | "admin" | "owner";
	/** Ids of the programs they manage. */
	manages: string[];
	/** Their part in the program; null before joining. */
	enrollment: {
		role: "mentee" | "mentor" | "both" | "peer";
		state: "open" | "paused" | "left";
		/** Has said once to be ready to ask someone. */
		ready: boolean;
	} | null;
};

/** One request that passed the gate. */
export type Visit = {
	workspaceId: string;
	programId: string;
	actor: Actor;
	text: Text;
	now: Date;
	/** The same for every repetition of this request; see `claimRequest`. */
	key: string;
};

/** A request about the workspace itself, such as an uninstall. */
export type SystemVisit = Omit<Visit, "actor" | "programId">;

export type SubjectKind =
	| "request"
	| "nomination"
	| "mentorship"
	| "agreement"
	| "goal"
	| "concern"
	| "program"
	| "participation"
	| "waiting"
	| "suggestion"
	| "import"
	| "introduction"
	| "invitation"
	| "meeting"
	| "action"
	| "release"
	| "cohort";

/**
 * Who may use an entry point. `member`: any full member of the workspace;
 * `enrolled`: who has joined and not left; `related`: who is one of `as` to
 * the thing the input names, and then the visit is to that thing's program;
 * `manager`: who manages a program, and then the visit is to one of theirs;
 * `admin`: an owner or admin of the Slack workspace; `manager or admin`: either;
 * `system`: Slack itself, about the workspace.
 */
export type Policy<I> =
	| { who: "member" }
	| { who: "enrolled" }
	| { who: "related"; to: SubjectKind; as: string[]; id: (input: I) => string }
	| { who: "manager" }
	| { who: "admin" }
	| { who: "manager or admin" }
	| { who: "system" };

/** What a handler wants said or shown; the gate knows how, for each kind. */
export type Reply =
	| { do: "nothing" }
	/** To the actor alone: ephemeral, or a small modal where there is no chat. */
	| { do: "say"; message: Message }
	/** In place of the message, or modal, whose button was tapped. */
	| { do: "replace"; message: Message }
	/** A new modal, on top of the one it was asked from. */
	| { do: "open"; view: Modal }
	/**
	 * In place of the modal it was asked from. `later`, for what takes longer
	 * than an answer may, begins when this is shown.
	 */
	| { do: "update"; view: Modal; later?: Later }
	| { do: "errors"; errors: Record<string, string> }
	| { do: "suggest"; choices: Choice[] }
	/** Home, drawn again. */
	| { do: "home" };

/** Draws the modal anew; false when that was not possible: it is closed. */
export type Show = (view: Modal) => Promise<boolean>;
export type Later = (show: Show) => Promise<void>;

export type EntryType =
	| "command"
	| "action"
	/** From the menu of a message, whose text it gets. */
	| "shortcut"
	| "view"
	| "options"
	| "event";

/** What reaches an input schema, by the type of the entry. */
export type ActionInput = {
	/** The button's value, or what was chosen. */
	value: FieldValue;
	/** The form around it, in a modal. */
	form: Form;
	meta: unknown;
};
export type ViewInput = { form: Form; meta: unknown };
export type FieldValue = string | string[] | null;
export type Form = Record<string, FieldValue>;

/** A command's line in `/mentor help`. */
export type Help = {
	usage: string;
	about: TextKey;
	/** For what is not in every program; absent: it is. */
	isShown?: (deps: Deps, visit: Visit) => Promise<boolean>;
};

export type Entry = {
	type: EntryType;
	/** Command: the word after /mentor. Otherwise `<slice>:<verb>`, or the event. */
	id: string;
	policy: Policy<unknown>;
	input: z.ZodType<unknown>;
	help?: Help;
	handle: (deps: Deps, visit: Visit, input: unknown) => Promise<Reply>;
	handleSystem: (
		deps: Deps,
		visit: SystemVisit,
		input: unknown,
	) => Promise<void>;
};

/** A part of Home and of bare /mentor; null when there is nothing to show. */
export type HomeSection = (
	deps: Deps,
	visit: Visit,
) => Promise<{ title: string; blocks: KnownBlock[] } | null>;

/** To whom a message goes and about what, read when it is sent. */
export type MessageContext = {
	trx: WorkspaceTrx;
	deps: Deps;
	subjectId: string;
	/** The receiver; null in a group conversation. */
	personId: string | null;
	text: Text;
	now: Date;
};

export type MessageKind = {
	/**
	 * From fresh rows; null when there is no longer anything to say. A file goes
	 * by itself, so what renders to one is owed for `now`.
	 */
	render: (context: MessageContext) => Promise<Message | FileMessage | null>;
	/**
	 * Where it cannot be found out whether it was posted: said perhaps twice, or
	 * perhaps never. In the bot's own DMs that is nearly always found out.
	 */
	ifUnknown: "resend" | "drop";
};

export type Feature = {
	/** The slice. */
	name: string;
	entries: Entry[];
	home?: HomeSection[];
	/** By kind, `<slice>:<what>`. */
	messages?: Record<string, MessageKind>;
	/** By kind, as `saveSchedule` names it. */
	schedules?: Record<string, ScheduleKind>;
};

type Spec<I> = {
	id: string;
	policy: Exclude<Policy<I>, { who: "system" }>;
	input: z.ZodType<I>;
	handle: (deps: Deps, visit: Visit, input: I) => Promise<Reply>;
};

/** The schema made the input, so the handler may have its type back. */
function entry<I>(type: EntryType, spec: Spec<I> & Pick<Entry, "help">): Entry {
	return {
		type,
		...spec,
		policy: spec.policy as Policy<unknown>,
		handle: (deps, visit, input) => spec.handle(deps, visit, input as I),
		handleSystem: async () => {},
	};
}

export const command = <I>(spec: Spec<I> & Pick<Entry, "help">) =>
	entry("command", spec);
export const action = <I>(spec: Spec<I>) => entry("action", spec);
export const shortcut = <I>(spec: Spec<I>) => entry("shortcut", spec);
export const view = <I>(spec: Spec<I>) => entry("view", spec);
export const options = <I>(spec: Spec<I>) => entry("options", spec);
export const event = <I>(spec: Spec<I>) => entry("event", spec);

/** An event about the workspace or its directory, not an act of a person. */
export function systemEvent<I>(spec: {
	id: string;
	input: z.ZodType<I>;
	handle: (deps: Deps, visit: SystemVisit, input: I) => Promise<void>;
}): Entry {
	return {
		type: "event",
		id: spec.id,
		policy: { who: "system" },
		input: spec.input,
		handle: async () => ({ do: "nothing" }),
		handleSystem: (deps, visit, input) => spec.handle(deps, visit, input as I),
	};
}
