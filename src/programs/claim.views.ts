import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Act } from "./act.ts";
import type { Manager } from "./managers.ts";
import { programButtons } from "./program-buttons.views.ts";
import { programPhrase } from "./program-phrase.ts";

export type Unmanaged = {
	programId: string;
	/** null: there is only one. */
	name: string | null;
};

/** To owners and admins of the Slack workspace: what nobody runs. */
export function claimSection(programs: Unmanaged[], text: Text): KnownBlock[] {
	return [
		...programs.map(({ programId, name }) => {
			const program = programPhrase(name, text);
			return section(
				text.mrkdwn("programs:claim.free", { program }),
				button({
					id: "programs:claim",
					value: programId,
					label: text.plain("programs:claim.button"),
					confirm: {
						title: text.plain("programs:claim.title"),
						text: text.plain("programs:claim.confirm", { program }),
						yes: text.plain("programs:claim.button"),
						no: text.plain("programs:claim.cancel"),
					},
				}),
			);
		}),
		context(text.mrkdwn("programs:claim.seen")),
	];
}

export function claimedMessage(
	{ programId, name }: Unmanaged,
	text: Text,
): Message {
	const words = text.mrkdwn("programs:claim.done", {
		program: programPhrase(name, text),
	});
	return {
		text: words,
		blocks: [
			section(words),
			actions(...programButtons(programId, text)),
			context(text.mrkdwn("programs:claim.next")),
		],
	};
}

/** Somebody was there before. */
export function takenMessage(by: Manager[], text: Text): Message {
	const people = joinMrkdwn(
		by.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
	const words = text.mrkdwn("programs:claim.taken", { people });
	return { text: words, blocks: [section(words)] };
}

/** To the other owners and admins: who has made themself a manager. */
export function claimNewsMessage(
	act: Act,
	program: string,
	text: Text,
): Message {
	const someone = text.mrkdwn("programs:act.someone");
	const who = act.actor?.name ?? someone;
	const person = act.actor ? mention(act.actor.slackUserId) : someone;
	return {
		text: text.mrkdwn("programs:claim.news", { who, program }),
		blocks: [
			section(text.mrkdwn("programs:claim.news", { who: person, program })),
			context(text.mrkdwn("programs:claim.newsWhy")),
		],
	};
}
