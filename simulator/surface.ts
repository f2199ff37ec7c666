/**
 * What one person sees in the local Slack, and what they can do there. The
 * driver of the tests and the page in the browser both stand on these types
 * alone, so neither can reach what Slack would not have shown.
 */

/** Block Kit as it was sent; the rules in `rules/` have accepted it. */
export type Block = { type: string; block_id: string; [key: string]: unknown };

/** The values of inputs, by block id and action id, in Slack's own shape. */
export type StateValues = Record<string, Record<string, InputValue>>;
export type InputValue = { type: string; [key: string]: unknown };

export type Person = {
	id: string;
	name: string;
	title: string;
	isBot: boolean;
	isGuest: boolean;
	isDeactivated: boolean;
};

/** A file beside a message; its content is asked for by id. */
export type FileFacts = {
	id: string;
	name: string;
	/** What Slack shows as its name. */
	title: string;
	/** In bytes. */
	size: number;
};

export type Message = {
	ts: string;
	/** The author's id; the app's own messages carry its bot user. */
	user: string;
	text: string;
	blocks: Block[];
	/** Seen by this person only; gone after a reload in Slack, kept here. */
	ephemeral: boolean;
	edited: boolean;
	files: FileFacts[];
	/** What this person has chosen in the message's selects and inputs. */
	values: StateValues;
};

export type Conversation = {
	id: string;
	kind: "dm" | "group" | "channel";
	/** As Slack titles it: the other person, the members, or #channel. */
	name: string;
	members: string[];
	messages: Message[];
	unread: number;
};

/** A channel one knows of: public, or private and joined; never archived. */
export type Channel = {
	id: string;
	/** With the #. */
	name: string;
	isPrivate: boolean;
};

export type View = {
	id: string;
	type: "modal" | "home";
	callback_id: string;
	title: string;
	submit: string | null;
	close: string | null;
	blocks: Block[];
	/** Inputs as they stand: initial values first, then what was typed. */
	values: StateValues;
	/** Field errors of the last submission, by block id. */
	errors: Record<string, string>;
};

/** What Slack itself tells the person, such as "mentor did not respond". */
export type Notice = { id: number; text: string };

export type Shortcut = {
	callback_id: string;
	name: string;
	type: "global" | "message";
};

export type Surface = {
	/** Rises with every change anyone in this workspace could see. */
	version: number;
	team: { id: string; name: string };
	teams: { id: string; name: string }[];
	me: Person;
	people: Person[];
	/** The app's bot user, whose DM and Home the page puts first. */
	app: { botUser: string; name: string; commands: string[] };
	shortcuts: Shortcut[];
	/** Those they are in, the app's DM first. */
	conversations: Conversation[];
	channels: Channel[];
	home: View | null;
	/** Open modals, the bottom one first; three at most. */
	modals: View[];
	notices: Notice[];
};

/** Where a block was rendered. */
export type Place =
	| { kind: "message"; conversation: string; ts: string }
	| { kind: "view"; view_id: string };

export type Act =
	| { type: "command"; conversation: string; text: string }
	| { type: "message"; conversation: string; text: string }
	| { type: "open_home" }
	| { type: "open_conversation"; with: string }
	| { type: "read"; conversation: string }
	/**
	 * Typed or chosen in an input, not sent unless the block dispatches. Text
	 * that dispatches on Enter (Slack's default) is sent only with `enter`.
	 */
	| {
			type: "input";
			place: Place;
			block_id: string;
			action_id: string;
			value: InputValue;
			enter?: boolean;
	  }
	/** A button, or a select, checkbox or radio outside an input block. */
	| {
			type: "click";
			place: Place;
			block_id: string;
			action_id: string;
			value: InputValue;
	  }
	/** Chosen from one's machine, for a file input; the content as base64. */
	| {
			type: "upload";
			place: Place;
			block_id: string;
			action_id: string;
			files: { name: string; content: string }[];
	  }
	| { type: "submit"; view_id: string }
	/** With `all` the cross: the whole stack goes, not the top one alone. */
	| { type: "close"; view_id: string; all?: boolean }
	| { type: "shortcut"; callback_id: string }
	| {
			type: "message_shortcut";
			callback_id: string;
			conversation: string;
			ts: string;
	  }
	| { type: "dismiss_notice"; id: number };

/**
 * How the app took it. `error` is Slack's own sentence for what went wrong,
 * also put among the notices; of refused fields it is the first field's error,
 * and stands in the view instead.
 */
export type ActResult = { ok: true } | { ok: false; error: string };

/** What was typed so far into an external select. */
export type Query = {
	place: Place;
	block_id: string;
	action_id: string;
	query: string;
};

/** The answer of an external select to what was typed so far. */
export type Suggestions = {
	options: { text: string; value: string; description?: string }[];
};

/** One line of the list "what was sent", newest last. */
export type Exchange = {
	id: number;
	at: string;
	direction: "to app" | "from app";
	/** `command /mentor find`, `chat.postMessage`, ... */
	what: string;
	/** `200 in 12 ms`, `invalid_blocks`, ... */
	outcome: string;
};
