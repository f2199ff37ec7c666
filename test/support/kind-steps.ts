import type { Driver } from "./driver.ts";
import { writesAsk } from "./steps.ts";
import { until } from "./until.ts";

/** What people do to have mentorships of other kinds than one to one. */

const pages = {
	wants: { title: "What I look for", field: "What are you looking for?" },
	offers: { title: "What I offer", field: "What do you offer?" },
} as const;

/** Ticks exactly these kinds in the profile, by the names they have there. */
export async function ticksKinds(
	person: Driver,
	side: keyof typeof pages,
	...kinds: string[]
): Promise<void> {
	const { title, field } = pages[side];
	await person.types("/mentor profile");
	await person.clicks(`Edit ${title}`);
	await person.sees("[Cancel] [Save]");
	await person.chooses(field, ...kinds);
	await person.submits();
	await person.sees(`Saved: ${title}.`);
	await person.closes();
}

/** Asks someone for one kind, where there is a choice. */
export async function asksFor(
	person: Driver,
	name: string,
	kind?: string,
): Promise<void> {
	await person.types(`/mentor ask @${name}`);
	await person.sees("What exactly do you ask for?");
	if (kind) await person.chooses("What kind of mentoring?", kind);
	await writesAsk(person);
	await person.submits();
	await person.submits();
	await person.sees(`Your request is on its way to ${name}.`);
	await person.closes();
}

/** The page of one's only mentorship, or of the one named. */
export async function opensPage(
	person: Driver,
	options?: { in: RegExp },
): Promise<string> {
	await person.types("/mentor");
	await person.sees("Only you see this page.");
	await person.clicks(/^Open mentorship/, options);
	return until("the page of a mentorship", () => person.modal() ?? undefined);
}
