import type { Person } from "../surface.ts";
import { type Choice, matching, personChoice } from "./choices.ts";

/** What fits the word at the caret, and the stretch it would replace. */
export type Hints = { from: number; to: number; choices: Choice[] };

const MOST = 7;
const NOTHING: Hints = { from: 0, to: 0, choices: [] };

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
		return { from: 0, to: text.length, choices };
	}
	const typed = /(?:^|\s)@([\p{L}\p{M}.'-]+(?: [\p{L}\p{M}.'-]*)?)$/u.exec(
		text.slice(0, caret),
	);
	if (!typed) return NOTHING;
	const name = typed[1] ?? "";
	const candidates = people.filter((each) => !each.isDeactivated);
	const choices = matching(candidates.map(personChoice), name).slice(0, MOST);
	const done = choices.length === 1 && choices[0]?.text === name;
	return done ? NOTHING : { from: caret - name.length - 1, to: caret, choices };
}

/** The text with the choice in place of what was typed, and a space after. */
export function withHint(text: string, hints: Hints, choice: Choice): string {
	const shown =
		text.startsWith("/") && hints.from === 0 ? choice.text : `@${choice.text}`;
	return `${text.slice(0, hints.from)}${shown} ${text.slice(hints.to)}`;
}

/**
 * Names after an `@` as Slack sends them. A name two people share stands for
 * the one that was picked from the list.
 */
export function encodeMentions(
	text: string,
	people: Person[],
	picked: Map<string, string>,
): string {
	const longestFirst = [...people].sort(
		(one, other) => other.name.length - one.name.length,
	);
	return longestFirst.reduce((sofar, { id, name }) => {
		if (picked.has(name) && picked.get(name) !== id) return sofar;
		return sofar
			.split(/(<[^>]*>)/)
			.map((part, index) => (index % 2 ? part : mentioned(part, name, id)))
			.join("");
	}, text);
}

function mentioned(text: string, name: string, id: string): string {
	return text
		.split(`@${name}`)
		.reduce((before, after) =>
			/^[\p{L}\p{N}]/u.test(after)
				? `${before}@${name}${after}`
				: `${before}<@${id}>${after}`,
		);
}
