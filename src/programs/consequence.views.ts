import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Consequence, sayable } from "./consequence.ts";
import type { SettingsPatch, WeighedPage } from "./settings-pages.ts";

export type Proposal = {
	programId: string;
	page: WeighedPage;
	patch: SettingsPatch;
};

/** What a rule would do, before it is saved. */
export function consequenceModal(
	{ programId, page, patch }: Proposal,
	consequence: Consequence,
	text: Text,
): Modal {
	return modal({
		id: "programs:confirm",
		title: text.plain("programs:consequence.title"),
		submit: text.plain("programs:consequence.save"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId, page, patch: JSON.stringify(patch) },
		blocks: [
			section(text.mrkdwn(`programs:page.${page}.heading`)),
			section(effect(consequence, text)),
			...(consequence.looking > 0 ? [context(counted(consequence, text))] : []),
			context(text.mrkdwn("programs:consequence.matched")),
			actions(
				button({
					id: "programs:editPage",
					label: text.plain("programs:consequence.back"),
				}),
			),
		],
	});
}

function effect({ looking, before, after }: Consequence, text: Text): Mrkdwn {
	if (looking === 0) return text.mrkdwn("programs:consequence.nobody");
	const mentees = people(after, text);
	const was = people(before, text);
	// Two small numbers look alike, and are not to be told apart.
	return mentees === was
		? text.mrkdwn("programs:consequence.same", { mentees })
		: text.mrkdwn("programs:consequence.after", { mentees, before: was });
}

function counted({ looking }: Consequence, text: Text): Mrkdwn {
	return sayable(looking) === "few"
		? text.mrkdwn("programs:consequence.lookingFew")
		: text.mrkdwn("programs:consequence.looking", { count: looking });
}

function people(count: number, text: Text): string {
	const said = sayable(count);
	if (said === "none") return text.plain("programs:consequence.noMentee");
	return said === "few"
		? text.plain("programs:consequence.few")
		: text.plain("programs:consequence.mentees", { count });
}
