import type { Driver } from "./driver.ts";
import { until } from "./until.ts";

/** What people do in many stories, as they would do it in Slack. */

export type JoinPage = {
	/** The beginning of the choice's label; left out, it stays "Mentee". */
	role?: "Mentor" | "Both" | "Peer";
	wants?: string[];
	offers?: string[];
	goal?: string;
	offer?: string;
};

export const labels = {
	role: "What would you like to be?",
	wanted: "What would you like to get better at?",
	offered: "What can you help with?",
	goal: "In one sentence, what do you want?",
	offer: "In one sentence, what do you offer?",
	ask: "What exactly do you ask for?",
	purpose: "What goal would it help with?",
	why: /^Why .* in particular\?$/,
	inReturn: "What can you offer in return?",
} as const;

/** Fills in the one page of joining, which is open. */
export async function fillsJoinPage(
	person: Driver,
	page: JoinPage,
): Promise<void> {
	const { role, wants, offers, goal, offer } = page;
	if (role) {
		await person.chooses(labels.role, new RegExp(`^${role}`));
		// The page is drawn anew for the role.
		await person.sees(labels.offered);
	}
	if (wants) await person.chooses(labels.wanted, ...wants);
	if (offers) await person.chooses(labels.offered, ...offers);
	if (goal) await person.fills(labels.goal, goal);
	if (offer) await person.fills(labels.offer, offer);
}

export async function joins(person: Driver, page: JoinPage): Promise<void> {
	await person.types("/mentor join");
	await fillsJoinPage(person, page);
	await person.submits();
	await person.sees("You are part of the mentoring program now.");
	await person.closes();
}

export const joinsAsMentor = (
	person: Driver,
	...offers: string[]
): Promise<void> => joins(person, { role: "Mentor", offers });

export const joinsAsMentee = (
	person: Driver,
	...wants: string[]
): Promise<void> => joins(person, { wants });

export type AskWords = {
	ask?: string;
	goal?: string;
	why?: string;
	offer?: string;
};

/** Fills in the ask, which is open, and ticks what is to be confirmed. */
export async function writesAsk(
	person: Driver,
	words: AskWords = {},
): Promise<void> {
	const { ask = "Look at my plan with me", goal, why, offer } = words;
	await person.fills(labels.ask, ask);
	if (goal !== undefined) await person.fills(labels.purpose, goal);
	if (why !== undefined) await person.fills(labels.why, why);
	if (offer !== undefined) await person.fills(labels.inReturn, offer);
	for (const box of [/^This is not my manager/m, /^I have a goal/m])
		if (box.test(person.modal() ?? ""))
			await person.chooses(box, "That is right");
}

/** The whole way of one request: the form, the preview, and off it goes. */
export async function asks(
	person: Driver,
	name: string,
	words: AskWords = {},
): Promise<void> {
	await person.types(`/mentor ask @${name}`);
	await writesAsk(person, words);
	await person.submits();
	await person.submits();
	await person.sees(`Your request is on its way to ${name}.`);
	await person.closes();
}

/**
 * Does something, and gives the message that comes of it: the first like
 * that, since other people's doings may be told meanwhile.
 */
export async function hears(
	person: Driver,
	act: () => Promise<unknown>,
	like = /./,
): Promise<string> {
	const before = person.messages().length;
	await act();
	return until(`an answer like ${like}`, () =>
		person
			.messages()
			.slice(before)
			.find((text) => like.test(text)),
	);
}

/** What bare /mentor answers to someone who has joined. */
export const overviewOf = (person: Driver): Promise<string> =>
	hears(person, () => person.types("/mentor"), /Only you see this page\./);

/** Resolves when Home, which is drawn again after an act, looks like that. */
export const untilHome = (
	person: Driver,
	looksRight: (home: string) => boolean,
): Promise<unknown> =>
	until("a Home like that", () => {
		const home = person.home();
		return home !== null && looksRight(home);
	});
