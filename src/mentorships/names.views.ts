import type { Text } from "../slack/text.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

type Named = Pick<Mentorship, "members"> & {
	kind?: string;
	/** The name of someone outside Slack, where it was opened. */
	outside?: string | null;
};
type Reader = { personId: string };

/** The others by name, for buttons, fields and notifications. */
export function namesOf(named: Named, reader: Reader, text: Text): string {
	const others = othersOf(named, reader.personId).map(({ name }) => name);
	return others.length > 0 ? text.list(others) : nobodysName(named, text);
}

/** The same where there is little room: of three others or more, the first. */
export function shortNamesOf(named: Named, reader: Reader, text: Text): string {
	const [first, ...more] = othersOf(named, reader.personId).toSorted(
		(a, b) => Number(b.role === "mentor") - Number(a.role === "mentor"),
	);
	if (!first || more.length < 2) return namesOf(named, reader, text);
	const { name } = first;
	return text.plain("mentorships:names.more", { name, count: more.length });
}

/** Someone outside Slack, or erased, is no member. */
function nobodysName({ kind = "external", outside }: Named, text: Text) {
	const who = kind === "external" ? "outside" : "nobody";
	return outside ?? text.plain(`mentorships:since.${who}`);
}
