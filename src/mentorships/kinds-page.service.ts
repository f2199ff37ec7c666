import { type Mentorship, memberOf } from "./mentorship.ts";
import { isOver } from "./mentorship-moves.ts";
import { roleWords } from "./mentorship-name.views.ts";
import type { PagePart } from "./page.ts";

/** Kinds in which it is good to be told who is what. */
const saying = ["expertise", "sponsor", "reverse"];

/** What one is in a mentorship, where the kind has words of its own for it. */
export const kindPart: PagePart = async ({ visit, mentorship }) => {
	const { actor, text } = visit;
	const me = memberOf(mentorship, actor.personId);
	if (!me || !saysRole(mentorship)) return null;
	const role = roleWords(mentorship.kind, me.role, text);
	return {
		lines: [text.mrkdwn("mentorships:kinds.you", { role })],
		buttons: [],
	};
};

const saysRole = ({ kind, state }: Mentorship) =>
	saying.includes(kind) && !isOver(state);
