import type { WorkspaceTrx } from "../db/database.ts";
import type { Message } from "../slack/blocks.ts";
import type { MessageContext, MessageKind } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import type { MentorshipState } from "./mentorship-moves.ts";
import { readAwaited, readUnstopped } from "./mentorships.service.ts";

export type Told = MessageContext & {
	trx: WorkspaceTrx;
	mentorship: Mentorship;
	reader: PersonRow;
};

type Write = (told: Told) => Message | null | Promise<Message | null>;

/**
 * What a person is told about a mentorship while they are in it, it stands like
 * that and nothing is wrong in it.
 */
export function toMember(
	states: readonly MentorshipState[],
	write: Write,
	ifUnknown: MessageKind["ifUnknown"] = "resend",
): MessageKind {
	return { ifUnknown, render: telling(states, write, readUnstopped) };
}

/** The same, for news that the others wait for, whatever is wrong. */
export function awaited(
	states: readonly MentorshipState[],
	write: Write,
): MessageKind {
	return { ifUnknown: "resend", render: telling(states, write, readAwaited) };
}

function telling(
	states: readonly MentorshipState[],
	write: Write,
	read: typeof readAwaited,
): MessageKind["render"] {
	return async (context) => {
		const { trx, subjectId, personId } = context;
		if (!personId) return null;
		const [mentorship, reader] = await Promise.all([
			read(trx, subjectId, personId),
			readPerson(trx, personId),
		]);
		if (!mentorship || !reader) return null;
		const isIn = memberOf(mentorship, personId) !== undefined;
		return isIn && states.includes(mentorship.state)
			? write({ ...context, mentorship, reader })
			: null;
	};
}
