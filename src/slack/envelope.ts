import { z } from "zod";
import type { EntryType, FieldValue, Form } from "./feature.ts";
import { clean } from "./mrkdwn.ts";

/** One signed request from Slack, in our terms. */
export type Envelope = {
	type: EntryType;
	/** The entry's id; for a command the whole text behind it. */
	id: string;
	enterpriseId: string | null;
	teamId: string | null;
	userId: string | null;
	/** Alike for every repetition of the same request. */
	key: string;
	triggerId: string | null;
	responseUrl: string | null;
	/** The view the act came from. */
	view: {
		id: string;
		hash: string;
		type: string;
		blocks: { type: string; block_id?: string | undefined }[];
	} | null;
	input: unknown;
};

const id = z.string().nullish();
const origin = z.object({
	team: z.object({ id }).nullish(),
	enterprise: z.object({ id }).nullish(),
	user: z.object({ id: z.string() }),
	trigger_id: id,
	response_url: id,
});
const element = z.looseObject({ type: z.string() });
const viewState = z.object({
	id: z.string(),
	hash: z.string().default(""),
	type: z.string(),
	callback_id: z.string().default(""),
	private_metadata: z.string().default(""),
	blocks: z
		.array(z.looseObject({ type: z.string(), block_id: z.string().optional() }))
		.default([]),
	state: z
		.object({ values: z.record(z.string(), z.record(z.string(), element)) })
		.default({ values: {} }),
});

const command = z.object({
	command: z.string(),
	text: z.string().default(""),
	team_id: id,
	enterprise_id: id,
	user_id: z.string(),
	trigger_id: z.string(),
	response_url: id,
});
const blockActions = origin.extend({
	type: z.literal("block_actions"),
	actions: z
		.array(element.extend({ action_id: z.string(), action_ts: z.string() }))
		.min(1),
	view: viewState.nullish(),
});
const suggestion = origin.extend({
	type: z.literal("block_suggestion"),
	action_id: z.string(),
	value: z.string(),
	view: viewState.nullish(),
});
/** A shortcut from the menu of a message. */
const messageShortcut = origin.extend({
	type: z.literal("message_action"),
	callback_id: z.string(),
	action_ts: z.string(),
	message: z.looseObject({
		ts: z.string().default(""),
		text: z.string().nullish(),
	}),
});
const submission = origin.extend({
	type: z.literal("view_submission"),
	view: viewState,
});
const event = z.object({
	type: z.literal("event_callback"),
	team_id: id,
	enterprise_id: id,
	event_id: z.string(),
	authorizations: z
		.array(z.object({ team_id: id, enterprise_id: id }))
		.nullish(),
	event: z.looseObject({
		type: z.string(),
		user: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
	}),
});

/** null: not a request that any feature could want. */
export function readEnvelope(body: unknown): Envelope | null {
	const asCommand = command.safeParse(body);
	if (asCommand.success) {
		const it = asCommand.data;
		return {
			type: "command",
			id: clean(it.text),
			enterpriseId: it.enterprise_id ?? null,
			teamId: it.team_id ?? null,
			userId: it.user_id,
			key: `command:${it.trigger_id}`,
			triggerId: it.trigger_id,
			responseUrl: it.response_url ?? null,
			view: null,
			input: clean(it.text),
		};
	}
	const asAction = blockActions.safeParse(body);
	if (asAction.success) {
		const it = asAction.data;
		const [act] = it.actions;
		if (!act) return null;
		return {
			...originOf(it),
			type: "action",
			id: act.action_id,
			key: `action:${it.user.id}:${act.action_id}:${act.action_ts}`,
			view: it.view ?? null,
			input: {
				value: fieldValue(act),
				form: formOf(it.view),
				meta: metaOf(it.view),
			},
		};
	}
	const asShortcut = messageShortcut.safeParse(body);
	if (asShortcut.success) {
		const it = asShortcut.data;
		return {
			...originOf(it),
			type: "shortcut",
			id: it.callback_id,
			key: `shortcut:${it.user.id}:${it.callback_id}:${it.action_ts}`,
			view: null,
			input: { text: clean(it.message.text ?? "") },
		};
	}
	const asSubmission = submission.safeParse(body);
	if (asSubmission.success) {
		const it = asSubmission.data;
		return {
			...originOf(it),
			type: "view",
			id: it.view.callback_id,
			key: `view:${it.view.id}:${it.view.hash}`,
			view: it.view,
			input: { form: formOf(it.view), meta: metaOf(it.view) },
		};
	}
	const asSuggestion = suggestion.safeParse(body);
	if (asSuggestion.success) {
		const it = asSuggestion.data;
		return {
			...originOf(it),
			type: "options",
			id: it.action_id,
			key: `options:${it.action_id}`,
			view: it.view ?? null,
			input: clean(it.value),
		};
	}
	const asEvent = event.safeParse(body);
	if (!asEvent.success) return null;
	const it = asEvent.data;
	const { user } = it.event;
	const installed = it.authorizations?.[0];
	return {
		type: "event",
		id: it.event.type,
		enterpriseId: installed?.enterprise_id ?? it.enterprise_id ?? null,
		teamId: installed?.team_id ?? it.team_id ?? null,
		userId: typeof user === "string" ? user : (user?.id ?? null),
		key: `event:${it.event_id}`,
		triggerId: null,
		responseUrl: null,
		view: null,
		input: it.event,
	};
}

function originOf(it: z.infer<typeof origin>) {
	return {
		enterpriseId: it.enterprise?.id ?? null,
		teamId: it.team?.id ?? null,
		userId: it.user.id,
		triggerId: it.trigger_id ?? null,
		responseUrl: it.response_url ?? null,
	};
}

function formOf(view: z.infer<typeof viewState> | null | undefined): Form {
	const blocks = Object.entries(view?.state.values ?? {});
	return Object.fromEntries(
		blocks.map(([name, inputs]) => {
			const [input] = Object.values(inputs);
			return [name, input ? fieldValue(input) : null];
		}),
	);
}

function metaOf(view: z.infer<typeof viewState> | null | undefined): unknown {
	try {
		return JSON.parse(view?.private_metadata || "{}");
	} catch {
		return null;
	}
}

const chosen = z.object({ value: z.string() });
const values = z.object({
	value: z.string().nullish(),
	selected_option: chosen.nullish(),
	selected_options: z.array(chosen).optional(),
	selected_user: z.string().nullish(),
	selected_users: z.array(z.string()).optional(),
	selected_date: z.string().nullish(),
	selected_time: z.string().nullish(),
	selected_conversation: z.string().nullish(),
	selected_conversations: z.array(z.string()).optional(),
	files: z.array(z.object({ id: z.string() })).optional(),
});

/** Slack puts what was typed or chosen in another field for every element. */
function fieldValue(input: unknown): FieldValue {
	const parsed = values.safeParse(input);
	if (!parsed.success) return null;
	const it = parsed.data;
	if (it.selected_options) return it.selected_options.map((one) => one.value);
	if (it.selected_users) return it.selected_users;
	if (it.selected_conversations) return it.selected_conversations;
	if (it.files) return it.files.map((file) => file.id);
	const one =
		it.selected_option?.value ??
		it.selected_user ??
		it.selected_date ??
		it.selected_time ??
		it.selected_conversation ??
		it.value;
	return one == null ? null : clean(one);
}
