import type { Entry } from "../../src/slack/feature.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Actor, actors, type Verdict, verdict } from "./actors.ts";
import { full } from "./full.ts";
import { samples } from "./samples.ts";
import type { Done } from "./stage.ts";
import { slackPeople, type Thing } from "./things.ts";
import { wordsIn } from "./words-in.ts";

/** One cell of the matrix: an entry point, an actor, and an id. */
export type Use = {
	entry: Entry;
	actor: Actor;
	/** null: the entry point takes no id. */
	thing: Thing | null;
	said: Verdict;
};
export type Used = Use & { done: Done };

export const nameOf = ({ type, id }: Entry) => `${type} ${id}`;

/**
 * The cells of one entry point, with what its policy says of each. The short
 * form has every entry point with every kind of actor and with every id, yet of
 * what only repeats itself one in so many; FULL=1 has all.
 */
export function usesOf(entry: Entry, things: Thing[]): Use[] {
	const letters = [...nameOf(entry)].map((letter) => letter.charCodeAt(0));
	const turn = letters.reduce((sum, letter) => sum + letter, 0);
	return actors.flatMap((actor, row) =>
		idsFor(entry, actor, things).flatMap((thing, column) => {
			const use = {
				entry,
				actor,
				thing,
				said: verdict(entry.policy, actor, thing),
			};
			const share = full ? 1 : shareOf(use);
			return (turn + row + column) % share === 0 ? [use] : [];
		}),
	);
}

/** One in how many cells like this is tried in the short form. */
function shareOf({ entry, actor, thing, said }: Use): number {
	const isInside = actor.standing === "member" && !isElsewhere(actor);
	// The answer to a made-up id is what all the others are compared with.
	if (thing?.kind === "nothing") return isInside ? 2 : 8;
	if (said.is === "allowed") return entry.policy.who === "related" ? 1 : 7;
	return thing === null ? 4 : 40;
}

const isElsewhere = ({ workspace }: Actor) => workspace !== "installed";

function idsFor(entry: Entry, actor: Actor, things: Thing[]) {
	switch (samples[nameOf(entry)]?.takes) {
		case undefined:
			return [null];
		case "person":
			return slackPeople;
		case "topic":
			return things.filter(({ kind }) => /topic|mentorship|nothing/.test(kind));
		case "uuid":
			// Each id counts where it can decide; else one of a kind is enough.
			if (entry.policy.who !== "related")
				return things.filter(({ kind }) => /person|ship|nothing/.test(kind));
			return actor.standing === "member" && actor.workspace === "installed"
				? things
				: things.filter(({ kind }) => /request|nothing/.test(kind));
	}
}

const sentences = (
	[
		"notYours",
		"notManager",
		"notAdmin",
		"notEnrolled",
		"guest",
		"unknown",
	] as const
).map((why) => textFor("en").mrkdwn(`slack:refused.${why}`).mrkdwn);

/** What is wrong with the answer to one use; null: nothing. */
export function findFault({ entry, said, done }: Used): string | null {
	const { answer, told } = done;
	const words = wordsIn([answer.json, told?.args]);
	if (answer.status !== 200) return `is answered with ${answer.status}`;
	if (said.is === "allowed") {
		const refusal = words.find(
			(word) => sentences.includes(word) || word.startsWith("Sorry"),
		);
		return refusal ? `is allowed, yet answered "${refusal}"` : null;
	}
	if (entry.type === "event") return told ? "is told something" : null;
	if (entry.type === "options")
		return answer.body === '{"options":[]}' ? null : "offers something";
	// Without a token there is no way into a view.
	if (said.why === "uninstalled" && entry.type === "action" && !told)
		return null;
	const { mrkdwn } = textFor("en").mrkdwn(`slack:refused.${said.why}`);
	return words.includes(mrkdwn) ? null : `is not told "${mrkdwn}"`;
}

/**
 * The uses whose answer differs, by a byte, from that to a made-up id, though
 * there is nothing there for the actor.
 */
export function findTelling(used: Used[]): Used[] {
	const isNothing = ({ thing }: Used) => thing?.kind === "nothing";
	return used.filter((use) => {
		const { actor, thing, said } = use;
		const isThere = said.is === "allowed" && thing?.team === actor.team;
		const nothing = used.find((one) => one.actor === actor && isNothing(one));
		if (!nothing || isThere || thing?.team === null) return false;
		return bytesOf(use) !== bytesOf(nothing);
	});
}

/** What was said, apart from what names the request itself. */
function bytesOf({ done: { answer, told } }: Used): string {
	const { trigger_id: _, view_id: __, ...args } = told?.args ?? {};
	return JSON.stringify([answer.status, answer.body, told?.method, args]);
}

/** As it is named when something is wrong with it. */
export function describeUse({ actor, thing }: Use): string {
	return thing ? `${actor.name}, ${thing.name} in ${thing.team}` : actor.name;
}
