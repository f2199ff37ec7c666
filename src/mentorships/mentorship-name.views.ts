import { programLine } from "../programs/program-phrase.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { MemberRole, Mentorship } from "./mentorship.ts";
import { knownKind, names } from "./mentorships.views.ts";
import { othersNamed } from "./since.views.ts";

type Named = Pick<Mentorship, "members" | "kind" | "programName"> & {
	/** The name of someone outside Slack, where it was opened. */
	outside?: string | null;
};

/**
 * Which mentorship a message is about: the same people may share one group DM
 * for two of them. The others by mention, the kind, and the program where there
 * are several; `reader` null: in the group itself, where everyone is named.
 */
export function mentorshipName(
	mentorship: Named,
	reader: { personId: string } | null,
	text: Text,
): Mrkdwn {
	const { members, programName } = mentorship;
	const people = reader
		? othersNamed(mentorship, reader, text)
		: names(members);
	const kind = kindWords(mentorship, text);
	const key = reader ? "mentorships:line.with" : "mentorships:kinds.about";
	const line = text.mrkdwn(key, { names: people, kind });
	return joinMrkdwn([line, ...programLine(programName, text)], "\n");
}

/** A kind of mentoring within a sentence. */
const kindWords = ({ kind }: Pick<Mentorship, "kind">, text: Text) =>
	text.plain(`mentorships:kind.${knownKind(kind)}`);

/** What someone is called in a mentorship of this kind, such as "sponsor". */
export function roleWords(kind: string, role: MemberRole, text: Text): string {
	if (role === "peer") return text.plain("mentorships:kinds.role.peer");
	const called = kind === "expertise" || kind === "sponsor" ? kind : "usual";
	return text.plain(`mentorships:kinds.role.${called}.${role}`);
}
