import type { WorkspaceTrx } from "../db/database.ts";
import type { Message } from "../slack/blocks.ts";
import type { MessageContext, MessageKind } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import type { MentorshipState } from "./mentorship-moves.ts";
import { readUnstopped } from "./mentorships.service.ts";

export type Told = MessageContext & {
	trx: WorkspaceTrx;
	mentorship: Mentorship;
	reader: PersonRow;
};

/**
 * What a person is told about a mentorship while they are in it, it stands like
 * that and nothing is wrong in it.
 */
export function toMember(
	states: readonly MentorshipState[],
	write: (told: Told) => Message | null | Promise<Message | null>,
	ifUnknown: MessageKind["ifUnknown"] = "resend",
): MessageKind {
	return {
		ifUnknown,
		async render(context) {
			const { trx, subjectId, personId } = context;
			const [mentorship, reader] = await Promise.all([
				readUnstopped(trx, subjectId),
				personId ? readPerson(trx, personId) : undefined,
			]);
			if (!mentorship || !reader) return null;
			const isIn = memberOf(mentorship, reader.personId) !== undefined;
			return isIn && states.includes(mentorship.state)
				? write({ ...context, mentorship, reader })
				: null;
		},
	};
}
