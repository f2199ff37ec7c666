/** One request of Slack to the app, before a transport has been chosen. */
export type AppCall = {
	/** Socket Mode's name for the kind of envelope. */
	type: "slash_commands" | "interactive" | "events_api";
	/** What faults name: "command", "block_actions", an event's type ... */
	name: string;
	/** What the list of exchanges says: "command /mentor find". */
	what: string;
	team: string;
	payload: Record<string, unknown>;
	retry?: { num: number; reason: "http_timeout" | "http_error" };
};

/** How the app took it; the body is null when it was empty. */
export type AppAnswer =
	| { ok: true; body: unknown }
	| {
			ok: false;
			reason: "timeout" | "error" | "unreachable";
			/** The app asked not to be sent this again. */
			noRetry?: boolean;
	  };

export type Transport = (call: AppCall) => Promise<AppAnswer>;
