import type { Message } from "../slack/blocks.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import { type Introduction, isNo, type Role } from "./introduction.ts";
import { type IntroductionState, isOpen } from "./introduction-moves.ts";
import { dayFor, names } from "./parts.views.ts";

type Said =
	| "accepted"
	| "declined"
	| "none"
	| "takenUp"
	| "passed"
	| "withdrawn";

/** What a tap did; to whoever tapped. */
export function doneMessage(
	it: Introduction,
	{ said, reader }: { said: Said; reader: Reader },
	text: Text,
): Message {
	const { mentee, mentor, third } = names(it);
	const date = dayFor(it.closesAt, reader);
	return sentence(text, `introductions:answered.${said}`, {
		mentee,
		mentor,
		third,
		date,
	});
}

/** What has happened since, when an old button is tapped. */
export function beforeMessage(
	it: Introduction,
	role: Role,
	text: Text,
): Message {
	const { state } = it;
	// Stopped by one of them: to the others it is as if it were taken back.
	if (it.isStopped && isOpen(state)) return overMessage(text);
	const { mentee, mentor } = names(it);
	// Their own answer, which they may have given in another message.
	if (role === "third" && (state === "accepted" || state === "declined"))
		return sentence(text, `introductions:answered.${state}`, {
			mentee,
			mentor,
		});
	const known = stateFor(it, role);
	return sentence(text, `introductions:before.${known}`, { mentee, mentor });
}

/** To the other two a no and a silence are one. */
function stateFor(it: Introduction, role: Role): IntroductionState {
	return isNo(it) && role !== "third" ? "declined" : it.state;
}

/** Too much has changed since: no more is said of it than that. */
export function overMessage(text: Text): Message {
	return sentence(text, "introductions:before.withdrawn");
}
