import type { Problem } from "../rules/check.ts";
import type { Sim } from "../sim.ts";
import type { TeamState } from "../state.ts";

/** Arguments as the app sent them; JSON inside a form is already read. */
export type Args = Record<string, unknown>;
export type Call = { sim: Sim; state: TeamState; args: Args };
export type Reply = Record<string, unknown>;

export type Method = {
	/** Scopes the token must all have. */
	needs: string[] | ((call: Call) => string[]);
	/** Slack's tier: calls per minute and workspace. */
	perMinute: number;
	run: (call: Call) => Reply;
};

/** Slack says no: thrown by methods, answered as `{ ok: false, error }`. */
export class SlackError extends Error {
	readonly code: string;
	readonly extra: Reply;

	constructor(code: string, extra: Reply = {}) {
		super(code);
		this.code = code;
		this.extra = extra;
	}
}

/** The refusal of arguments, blocks or views, with Slack's sentences. */
export function refusal(code: string, sentences: string[]): SlackError {
	const messages = sentences.map((sentence) => `[ERROR] ${sentence}`);
	return new SlackError(code, {
		errors: sentences,
		response_metadata: { messages },
	});
}

export function insist(problems: Problem[]): void {
	const [first] = problems;
	if (!first) return;
	const same = problems.filter(({ error }) => error === first.error);
	throw refusal(
		first.error,
		same.map(({ message }) => message),
	);
}

export function text(args: Args, name: string): string | undefined {
	const value = args[name];
	if (value === undefined || value === null || value === "") return undefined;
	return typeof value === "object" ? undefined : String(value);
}

export function required(args: Args, name: string): string {
	const value = text(args, name);
	if (value !== undefined) return value;
	throw refusal("invalid_arguments", [`missing required field: ${name}`]);
}

export function flag(args: Args, name: string): boolean {
	return ["true", "1"].includes(text(args, name) ?? "");
}
