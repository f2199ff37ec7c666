import { describe, expect, test } from "@jest/globals";
import { beforePosting, outcomeOf } from "../../src/delivery/outcome.ts";
import { CallFailed } from "../../src/slack/sender-fetch.ts";

/** As WebClient throws them. */
const platform = (error: string) =>
	Object.assign(new Error(error), {
		code: "slack_webapi_platform_error",
		data: { ok: false, error },
	});
const network = (code: string, begun: boolean) =>
	Object.assign(new Error(code), {
		code: "slack_webapi_request_error",
		original: new CallFailed(code, begun),
	});
const limited = (retryAfter: number) =>
	Object.assign(new Error("limited"), {
		code: "slack_webapi_rate_limited_error",
		retryAfter,
	});
const http = Object.assign(new Error("503"), {
	code: "slack_webapi_http_error",
	statusCode: 503,
	body: "Service Unavailable",
});

describe("what Slack says is certain when it is on a list", () => {
	test.each([
		["token_revoked", "workspace gone"],
		["account_inactive", "workspace gone"],
		["invalid_auth", "workspace gone"],
		["channel_not_found", "unreachable"],
		["user_disabled", "unreachable"],
		["is_archived", "unreachable"],
		["invalid_blocks", "refused"],
		["msg_too_long", "refused"],
		["missing_scope", "refused"],
		["ratelimited", "limited"],
	])("%s: %s", (error, is) => {
		expect(outcomeOf(platform(error))).toMatchObject({ is, reason: error });
	});
});

describe("everything else may have been posted", () => {
	test.each([
		"internal_error",
		"fatal_error",
		"service_unavailable",
		"request_timeout",
		"an_error_of_next_year",
		"<html>",
	])("%s", (error) => {
		expect(outcomeOf(platform(error))).toEqual({
			is: "unknown",
			reason: error,
		});
	});
	test.each([
		["a reset", network("ECONNRESET", true)],
		["a timeout", network("TIMEOUT", true)],
		["5xx", http],
		["an error of nobody's", new TypeError("x is undefined")],
		["an answer that is an error without a name", { data: { ok: false } }],
		["a string", "failed"],
		["nothing", undefined],
	])("%s", (_, error) => {
		expect(outcomeOf(error).is).toBe("unknown");
	});
	test("what Slack says is cut, it may be a page", () => {
		const { reason } = outcomeOf(platform("x".repeat(9_000))) as {
			reason: string;
		};
		expect(reason).toHaveLength(60);
	});
});

test("a 429 waits as long as Slack says", () => {
	const reason = "ratelimited";
	expect(outcomeOf(limited(7))).toEqual({
		is: "limited",
		reason,
		waitSeconds: 7,
	});
});

test("what never left the machine waits for a connection", () => {
	expect(outcomeOf(network("ECONNREFUSED", false))).toEqual({
		is: "limited",
		reason: "ECONNREFUSED",
		waitSeconds: 5,
	});
	expect(outcomeOf(network("TOO_LATE", false))).toEqual({
		is: "not begun",
		reason: "too late",
	});
});

describe("before posting nothing is uncertain", () => {
	test.each([
		["a reset", network("ECONNRESET", true), "limited"],
		["5xx", http, "limited"],
		["a bug in a view", new TypeError("x is undefined"), "refused"],
		["Slack's own trouble", platform("internal_error"), "refused"],
		["a revoked token", platform("token_revoked"), "workspace gone"],
		["somebody who left", platform("user_disabled"), "unreachable"],
		["a lost hour", network("TOO_LATE", false), "not begun"],
	])("%s", (_, error, is) => {
		expect(beforePosting(error).is).toBe(is);
	});
});
