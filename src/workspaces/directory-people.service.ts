import type { Deps } from "../deps.ts";
import { isEmail, type ReadRow } from "./directory.ts";
import type { KeptRows } from "./directory-world.service.ts";
import { walkList } from "./slack-people.service.ts";
import type { SlackPerson } from "./slack-person.ts";

/**
 * Looks up whom the rows name and we do not know. Slack's list is read page by
 * page until all are found: one by one would take it an hour for 10,000.
 */
export async function lookUpPeople(
	deps: Deps,
	workspaceId: string,
	rows: ReadRow[],
	{
		known,
		onPage,
	}: { known: ReadonlySet<string>; onPage: (people: number) => Promise<void> },
): Promise<Pick<KeptRows, "strangers" | "idsByEmail">> {
	const wanted = new Set<string>();
	for (const { who, wanted: its } of rows)
		for (const one of [who, its.manager ?? ""])
			if (one && !known.has(one)) wanted.add(one);

	const strangers = new Map<string, SlackPerson>();
	const idsByEmail = new Map<string, string>();
	if (wanted.size > 0)
		await walkList(deps, workspaceId, async (people) => {
			for (const { person, email } of people) {
				const { slackUserId } = person;
				const address = email?.toLowerCase() ?? "";
				const isNamed = wanted.delete(slackUserId);
				const isMailed = isEmail(address) && wanted.delete(address);
				if (isMailed) idsByEmail.set(address, slackUserId);
				if ((isNamed || isMailed) && !known.has(slackUserId))
					strangers.set(slackUserId, person);
			}
			await onPage(people.length);
			return wanted.size > 0 ? "more" : "enough";
		});
	return { strangers: [...strangers.values()], idsByEmail: [...idsByEmail] };
}
