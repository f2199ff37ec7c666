import type { Button } from "@slack/types";
import {
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { personInput } from "../slack/inputs.ts";
import { dateToken, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { canGo, type Manager, mostManagers } from "./managers.ts";

type Reader = { personId: string; zone: string; locale: string };

/** Who runs the program, each with a way out, and a field for one more. */
export function managersModal(
	programId: string,
	managers: Manager[],
	reader: Reader,
	text: Text,
	/** What has just happened. */
	news?: Mrkdwn,
): Modal {
	const isFull = managers.length >= mostManagers;
	return modal({
		id: "programs:addManager",
		title: text.plain("programs:managers.title"),
		...(!isFull && { submit: text.plain("programs:managers.add") }),
		close: text.plain("programs:managers.close"),
		metadata: { program: programId },
		blocks: [
			...(news ? [section(news)] : []),
			context(text.mrkdwn("programs:managers.seen")),
			...managers.map((manager) =>
				section(
					managerLine(manager, reader, text),
					canGo(managers, manager.personId)
						? wayOut(programId, manager, reader, text)
						: undefined,
				),
			),
			isFull
				? context(text.mrkdwn("programs:managers.full", { most: mostManagers }))
				: personInput({
						name: "person",
						label: text.plain("programs:managers.person"),
						hint: text.plain("programs:managers.personHint"),
					}),
		],
	});
}

function managerLine(
	{ isActive, slackUserId, since }: Manager,
	reader: Reader,
	text: Text,
): Mrkdwn {
	return text.mrkdwn(
		`programs:managers.${isActive ? "line" : "inactiveLine"}`,
		{
			person: mention(slackUserId),
			date: dateToken(slackDate(since, "day", reader)),
		},
	);
}

/** Stepping down oneself, removing another; each is asked about first. */
function wayOut(
	programId: string,
	{ personId, name }: Manager,
	reader: Reader,
	text: Text,
): Button {
	if (personId === reader.personId) return stepDownButton(programId, text);
	return button({
		id: "programs:removeManager",
		value: personId,
		label: text.plain("programs:managers.remove", { name }),
		confirm: {
			title: text.plain("programs:managers.removeTitle"),
			text: text.plain("programs:managers.removeConfirm", { name }),
			yes: text.plain("programs:managers.removeYes"),
			no: text.plain("programs:managers.keep"),
		},
	});
}

export function stepDownButton(programId: string, text: Text): Button {
	return button({
		id: "programs:stepDown",
		value: programId,
		label: text.plain("programs:managers.stepDown"),
		confirm: {
			title: text.plain("programs:managers.stepDownTitle"),
			text: text.plain("programs:managers.stepDownConfirm"),
			yes: text.plain("programs:managers.stepDown"),
			no: text.plain("programs:managers.stay"),
		},
	});
}
