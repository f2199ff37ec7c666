import { z } from "zod";

/** What became of a call to Slack, as far as can be known. */
export type Outcome =
	| { sent: true; channel: string; ts: string }
	/** Certainly not posted; may be tried again after `waitSeconds`. */
	| { sent: false; reason: string; waitSeconds: number; costsAttempt: boolean }
	/** It may have been posted: trying again could say it twice. */
	| { sent: "unknown"; reason: string };

/** Slack's errors that are given before anything is posted. */
const refusals = new Set([
	"account_inactive",
	"channel_not_found",
	"invalid_arguments",
	"invalid_auth",
	"invalid_blocks",
	"invalid_metadata_format",
	"invalid_metadata_schema",
	"is_archived",
	"missing_scope",
	"msg_too_long",
	"no_text",
	"not_authed",
	"not_in_channel",
	"restricted_action",
	"team_access_not_granted",
	"token_expired",
	"token_revoked",
	"user_disabled",
	"user_not_found",
]);

const thrown = z.object({
	code: z.string().default(""),
	retryAfter: z.number().optional(),
	data: z.object({ error: z.string() }).optional(),
	original: z.unknown().optional(),
});

/** Classes of DELIVERY.md: what is not on a list of certainties is unknown. */
export function outcomeOf(error: unknown): Outcome {
	const parsed = thrown.safeParse(error);
	if (!parsed.success) return { sent: "unknown", reason: "unreadable" };
	const { code, retryAfter, data, original } = parsed.data;
	if (code === "slack_webapi_rate_limited_error")
		return {
			sent: false,
			reason: "ratelimited",
			waitSeconds: retryAfter ?? 30,
			costsAttempt: false,
		};
	const refusal = data?.error;
	if (refusal && refusals.has(refusal))
		return {
			sent: false,
			reason: refusal,
			waitSeconds: 60,
			costsAttempt: true,
		};
	if (codeOf(original) === "ECONNREFUSED")
		return {
			sent: false,
			reason: "connection refused",
			waitSeconds: 5,
			costsAttempt: true,
		};
	return { sent: "unknown", reason: refusal ?? code ?? "unreadable" };
}

/** fetch wraps the socket's error, at times more than once. */
function codeOf(error: unknown, depth = 0): string | undefined {
	if (depth > 4 || typeof error !== "object" || error === null) return;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return typeof code === "string" && code.startsWith("E")
		? code
		: codeOf(cause, depth + 1);
}
