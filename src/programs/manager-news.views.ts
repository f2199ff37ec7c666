import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Act } from "./act.ts";
import { actLine, byName, mentioned } from "./act.views.ts";
import { stepDownButton } from "./managers.views.ts";
import { programButtons } from "./program-buttons.views.ts";

/** To the new manager, once. `program` as `programPhrase` says it. */
export function appointedMessage(
	act: Act,
	program: string,
	text: Text,
): Message {
	const who = act.actor?.name ?? text.plain("programs:act.someone");
	const person = act.actor ? mentioned(act.actor) : who;
	return {
		text: text.mrkdwn("programs:appointed.text", { who, program }),
		blocks: [
			section(text.mrkdwn("programs:appointed.text", { who: person, program })),
			section(text.mrkdwn("programs:appointed.about")),
			actions(
				...programButtons(act.programId, text),
				stepDownButton(act.programId, text),
			),
			context(text.mrkdwn("programs:appointed.free")),
		],
	};
}

/** To who is no longer a manager. */
export function dismissedMessage(
	act: Act,
	program: string,
	text: Text,
): Message {
	const who = act.actor?.name ?? text.plain("programs:act.someone");
	const words = text.mrkdwn("programs:dismissed.text", { who, program });
	return {
		text: words,
		blocks: [section(words), context(text.mrkdwn("programs:dismissed.thanks"))],
	};
}

/** To the other managers, of an act that matters. */
export function newsMessage(act: Act, program: string, text: Text): Message {
	return {
		text: text.mrkdwn("programs:news.text", {
			act: actLine(act, byName, text),
			program,
		}),
		blocks: [
			section(
				text.mrkdwn("programs:news.text", {
					act: actLine(act, mentioned, text),
					program,
				}),
			),
			actions(
				button({
					id: "programs:history",
					value: act.programId,
					label: text.plain("programs:managed.history"),
				}),
			),
			context(text.mrkdwn("programs:news.why")),
		],
	};
}
