import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { dateToken, joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { ActPage } from "./act.ts";
import { actLine, mentioned } from "./act.views.ts";

type Reader = { zone: string; locale: string };

/** All that the managers of a program did, newest first, a page at a time. */
export function historyModal(
	programId: string,
	{ acts, before }: ActPage,
	reader: Reader,
	text: Text,
): Modal {
	const lines = acts.map((act) =>
		section(
			joinMrkdwn(
				[
					actLine(act, mentioned, text),
					dateToken(slackDate(act.at, "moment", reader)),
				],
				"\n",
			),
		),
	);
	return modal({
		id: "programs:history",
		title: text.plain("programs:history.title"),
		close: text.plain("programs:history.close"),
		metadata: { program: programId },
		blocks: [
			section(text.mrkdwn("programs:history.intro")),
			...(lines.length > 0
				? lines
				: [section(text.mrkdwn("programs:history.empty"))]),
			...(before ? [olderButton(before, text)] : []),
		],
	});
}

function olderButton(before: string, text: Text): KnownBlock {
	return actions(
		button({
			id: "programs:olderHistory",
			value: before,
			label: text.plain("programs:history.older"),
		}),
	);
}
