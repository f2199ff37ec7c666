import { z } from "zod";

/** What became of a call to Slack, as far as can be known. */
export type Outcome =
	/** `ts` is null for a file, which Slack posts later. */
	| { is: "sent"; channel: string; ts: string | null }
	/** Slack asks to wait, or cannot be reached; nothing was posted. */
	| { is: "limited"; reason: string; waitSeconds: number }
	/** Certainly not posted; the next try may do better. */
	| { is: "refused"; reason: string }
	/** Certainly not posted, and nothing will be in this workspace. */
	| { is: "workspace gone"; reason: string }
	/** Certainly not posted: this conversation cannot be reached. */
	| { is: "unreachable"; reason: string }
	/** Not the receiver's time any more: tried again then. */
	| { is: "not now"; reason: string; waitSeconds: number }
	/** Too late to begin safely: given back untried. */
	| { is: "not begun"; reason: string }
	/** It may have been posted: trying again could say it twice. */
	| { is: "unknown"; reason: string };

const workspaceGone = new Set([
	"account_inactive",
	"invalid_auth",
	"not_authed",
	"org_login_required",
	"team_access_not_granted",
	"token_expired",
	"token_revoked",
]);

const unreachable = new Set([
	"cannot_dm_bot",
	"channel_not_found",
	"invalid_channel",
	"is_archived",
	"not_in_channel",
	"user_disabled",
	"user_not_found",
	"users_not_found",
	"user_not_visible",
]);

/** Slack's other errors that are given before anything is posted. */
const refused = new Set([
	"access_denied",
	"ekm_access_denied",
	"file_not_found",
	"invalid_arg_name",
	"invalid_arguments",
	"invalid_attachments",
	"invalid_blocks",
	"invalid_blocks_format",
	"invalid_metadata_format",
	"invalid_metadata_schema",
	"metadata_too_large",
	"missing_scope",
	"msg_blocks_too_long",
	"msg_too_long",
	"no_permission",
	"no_text",
	"posting_to_channel_denied",
	"restricted_action",
	"too_many_attachments",
]);

/** Between the tries while there is no way to Slack. */
const offlineSeconds = 5;

/** As `WebClient` throws it; `original` is the sender's own `CallFailed`. */
const thrown = z.looseObject({
	code: z.string().optional(),
	retryAfter: z.number().optional(),
	data: z.object({ error: z.string() }).optional(),
	original: z
		.looseObject({ code: z.string(), begun: z.boolean() })
		.optional()
		.catch(undefined),
});

/**
 * The classes of outcome. Only what is on a list of certainties counts as not
 * posted; every error not known here may have been posted.
 */
export function outcomeOf(error: unknown): Outcome {
	const { data: parsed } = thrown.safeParse(error);
	if (!parsed) return { is: "unknown", reason: "unreadable" };
	if (parsed.code === "slack_webapi_rate_limited_error")
		return {
			is: "limited",
			reason: "ratelimited",
			waitSeconds: parsed.retryAfter ?? 30,
		};
	const reason = parsed.data?.error;
	if (reason === "ratelimited")
		return { is: "limited", reason, waitSeconds: 30 };
	if (reason && workspaceGone.has(reason))
		return { is: "workspace gone", reason };
	if (reason && unreachable.has(reason)) return { is: "unreachable", reason };
	if (reason && refused.has(reason)) return { is: "refused", reason };
	if (reason) return { is: "unknown", reason: reason.slice(0, 60) };
	const { code = parsed.code ?? "unreadable", begun } = parsed.original ?? {};
	if (code === "TOO_LATE") return { is: "not begun", reason: "too late" };
	return begun === false
		? { is: "limited", reason: code, waitSeconds: offlineSeconds }
		: { is: "unknown", reason: code };
}

const channelGone = new Set([
	"channel_not_found",
	"invalid_channel",
	"is_archived",
	"not_in_channel",
]);

/** It is not where it was remembered; the same people may be found elsewhere. */
export const isChannelGone = (outcome: Outcome): boolean =>
	outcome.is === "unreachable" && channelGone.has(outcome.reason);

/** Slack would not have these blocks, whatever else is in the message. */
export const refusesBlocks = (outcome: Outcome): boolean =>
	outcome.is === "refused" &&
	/^invalid_(?:blocks|attachments)/.test(outcome.reason);

const connectionFailed = /^slack_webapi_(?:request|http)_error$/;

/**
 * What failed before the post was tried was certainly not posted. A bad
 * connection says nothing about the message, so it costs no attempt.
 */
export function beforePosting(error: unknown): Outcome {
	const outcome = outcomeOf(error);
	if (outcome.is !== "unknown") return outcome;
	const { reason } = outcome;
	return connectionFailed.test(thrown.safeParse(error).data?.code ?? "")
		? { is: "limited", reason, waitSeconds: offlineSeconds }
		: { is: "refused", reason };
}
