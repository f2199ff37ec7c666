import type { Mentorship } from "../mentorships/mentorship.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import { dateInput, timeInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { type MeetingReader, momentFor } from "./parts.views.ts";
import { bearerLines } from "./plan.views.ts";
import type { Known } from "./planning.ts";
import type { Bearer } from "./slot.ts";

/** A time that was typed: local, in the reader's zone. */
export type Typed = { date: string; time: string };

type OwnPage = {
	mentorship: Mentorship;
	known: Known;
	/** What was typed before, if anything was. */
	typed: { [Field in keyof Typed]?: Typed[Field] | undefined };
};

/** A date and a time of their own. */
export function ownTimeModal(
	{ mentorship, known, typed }: OwnPage,
	reader: MeetingReader,
	text: Text,
): Modal {
	const { mentorshipId } = mentorship;
	return modal({
		id: "meetings:setOwn",
		title: text.plain("meetings:own.title"),
		submit: text.plain("meetings:own.submit"),
		close: text.plain("meetings:plan.close"),
		metadata: { mentorship: mentorshipId, known },
		blocks: [
			section(
				text.mrkdwn("meetings:own.intro", {
					names: othersNamed(mentorship, reader, text),
					zone: reader.zone,
				}),
			),
			dateInput({
				name: "date",
				label: text.plain("meetings:own.date"),
				initial: typed.date ?? null,
			}),
			timeInput({
				name: "time",
				label: text.plain("meetings:own.time"),
				initial: typed.time ?? null,
			}),
			actions(
				button({
					id: "meetings:plan",
					value: mentorshipId,
					label: text.plain("meetings:own.back"),
				}),
			),
		],
	});
}

type SurePage = {
	mentorship: Mentorship;
	known: Known;
	typed: Typed;
	at: Date;
	bearers: Bearer[];
	isTaken: boolean;
};

/** It is early or late for someone, or not free: said before it is booked. */
export function sureModal(
	{ mentorship, known, typed, at, bearers, isTaken }: SurePage,
	reader: MeetingReader,
	text: Text,
): Modal {
	const { mentorshipId } = mentorship;
	const doubts: Mrkdwn[] = [
		...bearerLines(bearers, mentorship, reader, text),
		...(isTaken ? [text.mrkdwn("meetings:own.notFree")] : []),
	];
	return modal({
		id: "meetings:setSure",
		title: text.plain("meetings:own.sureTitle"),
		submit: text.plain("meetings:own.sureSubmit"),
		close: text.plain("meetings:plan.close"),
		metadata: { mentorship: mentorshipId, known, ...typed },
		blocks: [
			section(
				text.mrkdwn("meetings:own.sure", { date: momentFor(at, reader) }),
			),
			...doubts.map((line) => section(line)),
			context(text.mrkdwn("meetings:own.sureAsk")),
			actions(
				button({
					id: "meetings:own",
					value: mentorshipId,
					label: text.plain("meetings:own.another"),
				}),
			),
		],
	});
}
