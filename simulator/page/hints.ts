import type { Person } from "../surface.ts";
import { type Choice, matching, personChoice } from "./choices.ts";

/** What fits the word at the caret, and the stretch it would replace. */
export type Hints = {
	kind: "command" | "person";
	from: number;
	to: number;
	choices: Choice[];
};

const MOST = 7;
const NOTHING: Hints = { kind: "command", from: 0, to: 0, choices: [] };

/** Commands while the first word is typed, people after an `@`. */
export function hintsFor(
	text: string,
	caret: number,
	commands: string[],
	people: Person[],
): Hints {
	if (/^\/\S*$/.test(text)) {
		const fitting = commands.filter((command) => command.startsWith(text));
		const choices = fitting.map((command) => ({
			value: command,
			text: command,
		}));
		return { kind: "command", from: 0, to: text.length, choices };
	}
	const typed = /(?:^|\s)@([\p{L}\p{M}.'-]+(?: [\p{L}\p{M}.'-]*)?)$/u.exec(
		text.slice(0, caret),
	);
	if (!typed) return NOTHING;
	const name = typed[1] ?? "";
	const candidates = people.filter((each) => !each.isDeactivated);
	const choices = matching(candidates.map(personChoice), name).slice(0, MOST);
	const done = choices.length === 1 && choices[0]?.text === name;
	if (done) return NOTHING;
	return { kind: "person", from: caret - name.length - 1, to: caret, choices };
}

/** The text with the choice in place of what was typed, and a space after. */
export function withHint(text: string, hints: Hints, choice: Choice): string {
	const shown = hints.kind === "person" ? `@${choice.text}` : choice.text;
	return `${text.slice(0, hints.from)}${shown} ${text.slice(hints.to)}`;
}

/**
 * The simulator reads `@Ana Lima` by itself. Only two people may share a name:
 * then the id of the one picked from the list is sent instead.
 */
export function withPicked(text: string, picked: Map<string, string>): string {
	return [...picked].reduce(
		(sofar, [name, id]) => sofar.replaceAll(`@${name}`, `<@${id}>`),
		text,
	);
}
