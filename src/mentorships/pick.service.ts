import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Reply, Visit } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import type { TextKey } from "../slack/text.ts";
import { nameOutside } from "./external.service.ts";
import type { Mentorship } from "./mentorship.ts";
import { pickModal } from "./pick.views.ts";
import { listMentorshipsOf } from "./read-mentorships.queries.ts";

/**
 * A command about one of someone's mentorships under way: shows it where there
 * is one only, and asks which where there are several. `action` is the entry
 * of the button each of them then has, with its id as value.
 */
export async function pickMentorship(
	deps: Deps,
	visit: Visit,
	command: {
		which: (mentorship: Mentorship) => boolean;
		action: string;
		title: TextKey;
		/** Said where none of them is meant. */
		none: TextKey;
		show: (mentorship: Mentorship) => Promise<Reply>;
	},
): Promise<Reply> {
	const { workspaceId, actor, text } = visit;
	const meant = await withWorkspace(deps.db, workspaceId, async (trx) => {
		const mine = await listMentorshipsOf(trx, actor.personId);
		return nameOutside(deps, trx, mine.filter(command.which));
	});
	const [only] = meant;
	if (!only) return { do: "say", message: sentence(text, command.none) };
	if (meant.length === 1) return command.show(only);
	const { action } = command;
	const title = text.plain(command.title);
	const view = pickModal(meant, { action, title }, actor, text);
	return { do: "update", view };
}
