import type { Button } from "@slack/types";
import { type ButtonOptions, button, mostInButton } from "../slack/blocks.ts";
import { cut } from "../slack/mrkdwn.ts";
import type { Text, TextKey } from "../slack/text.ts";
import type { Mentorship } from "./mentorship.ts";
import { namesOf, shortNamesOf } from "./names.views.ts";

type NamedButton = Pick<ButtonOptions, "id" | "style" | "confirm"> & {
	/** Its words; `{{names}}` in them are the others. */
	label: TextKey;
	/** The same for screen readers, where the label names nobody. */
	spoken?: TextKey;
	/** Absent: the id of the mentorship. */
	value?: string;
};

/**
 * A button about a mentorship, which tells with whom: on itself, or where there
 * are many of them side by side, when it is read out.
 */
export function namedButton(
	{ label, spoken = label, value, ...rest }: NamedButton,
	mentorship: Mentorship & { outside?: string | null },
	reader: { personId: string },
	text: Text,
): Button {
	const shown = fitted(label, shortNamesOf(mentorship, reader, text), text);
	const said = fitted(spoken, namesOf(mentorship, reader, text), text);
	return button({
		...rest,
		value: value ?? mentorship.mentorshipId,
		label: shown,
		...(said !== shown && { spoken: said }),
	});
}

/** Long names give way, and not the words around them. */
export function fitted(key: TextKey, names: string, text: Text): string {
	const room = mostInButton - text.plain(key, { names: "" }).length;
	return text.plain(key, { names: cut(names, room) });
}
