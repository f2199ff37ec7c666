import { randomUUID } from "node:crypto";
import type { Payload } from "./requests.ts";

/** Who acts, as the envelope says it. */
export type Sender = { team: string; user: string };

/** What was typed or chosen; an object goes as Slack's element value. */
export type Typed = string | string[] | null | ({ type: string } & Payload);
export type TypedForm = Record<string, Typed>;

/** Where a button was: with its surroundings, as Slack repeats them. */
export type Place = "message" | "home" | "modal";

/** Ties what the bot does afterwards to one request; see front.ts. */
export type Thread = {
	trigger: string;
	view: string;
	responseUrl: string;
};

export function newThread(answersUrl = "https://hooks.slack.com/a/"): Thread {
	const id = randomUUID();
	return {
		trigger: `trigger-${id}`,
		view: `V${id}`,
		responseUrl: `${answersUrl}${id}`,
	};
}

const common = { api_app_id: "A0MENTOR", token: "legacy" };

function origin({ team, user }: Sender) {
	return {
		...common,
		team: { id: team, domain: "acme" },
		user: { id: user, username: "someone", name: "someone", team_id: team },
		enterprise: null,
		is_enterprise_install: false,
	};
}

export function commandPayload(
	{ team, user }: Sender,
	text: string,
	thread = newThread(),
): Payload {
	return {
		...common,
		team_id: team,
		team_domain: "acme",
		channel_id: "D0SOMEONE",
		channel_name: "directmessage",
		user_id: user,
		user_name: "someone",
		command: "/mentor",
		text,
		is_enterprise_install: "false",
		response_url: thread.responseUrl,
		trigger_id: thread.trigger,
	};
}

export type ActionSpec = {
	id: string;
	value?: Typed;
	in?: Place;
	form?: TypedForm;
	meta?: unknown;
};

export function actionPayload(
	sender: Sender,
	spec: ActionSpec,
	thread = newThread(),
): Payload {
	const { id, value = null, in: place = "message" } = spec;
	const element =
		typeof value === "string" ? { type: "button", value } : elementOf(value);
	return {
		type: "block_actions",
		...origin(sender),
		trigger_id: thread.trigger,
		...(place === "message"
			? {
					container: {
						type: "message",
						message_ts: "1.000001",
						channel_id: "D0SOMEONE",
						is_ephemeral: false,
					},
					channel: { id: "D0SOMEONE", name: "directmessage" },
					message: { type: "message", ts: "1.000001", blocks: [] },
					state: { values: {} },
					response_url: thread.responseUrl,
				}
			: {
					container: { type: "view", view_id: thread.view },
					view: viewOf(thread, { ...spec, type: place, id: "any:view" }),
				}),
		actions: [
			{
				...element,
				action_id: id,
				block_id: "b1",
				action_ts: `${thread.trigger}.1`,
			},
		],
	};
}

export function suggestionPayload(
	sender: Sender,
	spec: { id: string; query: string },
	thread = newThread(),
): Payload {
	return {
		type: "block_suggestion",
		...origin(sender),
		container: { type: "view", view_id: thread.view },
		view: viewOf(thread, { type: "modal", id: "any:view" }),
		action_id: spec.id,
		block_id: "b1",
		value: spec.query,
	};
}

/** From the menu of a message in some channel. */
const shortcutPayload = (
	sender: Sender,
	{ id, text }: Record<"id" | "text", string>,
	thread: Thread,
): Payload => ({
	type: "message_action",
	...origin(sender),
	callback_id: id,
	trigger_id: thread.trigger,
	...{ action_ts: `${thread.trigger}.1`, response_url: thread.responseUrl },
	message: { type: "message", ts: "1.000001", text },
});

export type ViewSpec = { id: string; form?: TypedForm; meta?: unknown };

export function submissionPayload(
	sender: Sender,
	spec: ViewSpec,
	thread = newThread(),
): Payload {
	return {
		type: "view_submission",
		...origin(sender),
		trigger_id: thread.trigger,
		view: viewOf(thread, { ...spec, type: "modal" }),
		response_urls: [],
	};
}

export function eventPayload(team: string, event: Payload): Payload {
	return {
		...common,
		type: "event_callback",
		team_id: team,
		event: { event_ts: "1.000001", ...event },
		event_id: `Ev${randomUUID()}`,
		event_time: Math.floor(Date.now() / 1000),
		authorizations: [
			{
				enterprise_id: null,
				team_id: team,
				user_id: "U0MENTOR",
				is_bot: true,
				is_enterprise_install: false,
			},
		],
	};
}

function viewOf(
	thread: Thread,
	spec: ViewSpec & { type: string },
): Record<string, unknown> {
	const inputs = Object.entries(spec.form ?? {});
	return {
		id: thread.view,
		hash: "1.a",
		type: spec.type,
		callback_id: spec.type === "home" ? "" : spec.id,
		private_metadata: JSON.stringify(spec.meta ?? {}),
		blocks: inputs.map(([name]) => ({ type: "input", block_id: name })),
		state: {
			values: Object.fromEntries(
				inputs.map(([name, typed]) => [name, { [name]: elementOf(typed) }]),
			),
		},
	};
}

function elementOf(typed: Typed): Payload {
	if (typed === null) return { type: "plain_text_input", value: null };
	if (typeof typed === "string")
		return { type: "plain_text_input", value: typed };
	if (!Array.isArray(typed)) return typed;
	return {
		type: "multi_external_select",
		selected_options: typed.map(option),
	};
}

const option = (value: string) => ({
	text: { type: "plain_text", text: value.slice(0, 75) },
	value,
});

/** People chosen in a select for people. */
export const people = (...ids: string[]): Typed => ({
	type: "multi_users_select",
	selected_users: ids,
});

/** One choice of a select or of radio buttons. */
export const choice = (value: string): Typed => ({
	type: "static_select",
	selected_option: option(value),
});

/** What someone does, whatever the type of the request. */
export type Act =
	| { type: "command"; text: string }
	| ({ type: "action" } & ActionSpec)
	| ({ type: "view" } & ViewSpec)
	| { type: "options"; id: string; query: string }
	| { type: "shortcut"; id: string; text: string }
	| { type: "event"; event: Payload };

/** The payload Slack would send for it. */
export function payloadOf(sender: Sender, act: Act, thread: Thread): Payload {
	switch (act.type) {
		case "command":
			return commandPayload(sender, act.text, thread);
		case "action":
			return actionPayload(sender, act, thread);
		case "view":
			return submissionPayload(sender, act, thread);
		case "options":
			return suggestionPayload(sender, act, thread);
		case "shortcut":
			return shortcutPayload(sender, act, thread);
		case "event":
			return eventPayload(sender.team, { user: sender.user, ...act.event });
	}
}
