import type { Button, KnownBlock } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { namesOf } from "../mentorships/names.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Meeting } from "./meeting.ts";
import { cancelButton, metButton } from "./meeting-buttons.views.ts";
import { type MeetingReader, momentFor, plainMoment } from "./parts.views.ts";
import { knownOf, type Planning } from "./planning.ts";
import { pickValue } from "./planning-forms.ts";
import type { Bearer, Slot } from "./slot.ts";

/** What someone reads first: what has just happened to what they wanted. */
export type Notice =
	| { is: "taken"; by: Meeting | null }
	| { is: "busy" | "past" | "tooFar" | "wasMoved" };

export type PlanPage = {
	planning: Planning;
	slots: Slot[];
	page: number;
	hasMore: boolean;
	notice: Notice | null;
};

/** Three times to choose from, and what else there is to do. */
export function planModal(
	{ planning, slots, page, hasMore, notice }: PlanPage,
	reader: MeetingReader,
	text: Text,
): Modal {
	const { mentorship, standing, lengthMinutes } = planning;
	const isTurn = slots.some(({ bearers }) => bearers.length > 0);
	const names = othersNamed(mentorship, reader, text);
	const { programName } = mentorship;
	return modal({
		id: "meetings:planning",
		title: text.plain("meetings:plan.title"),
		close: text.plain("meetings:plan.close"),
		metadata: { known: knownOf(standing) },
		blocks: [
			...(notice ? [section(noticeLine(notice, planning, reader, text))] : []),
			section(
				joinMrkdwn(
					[
						text.mrkdwn("meetings:plan.with", {
							names,
							minutes: lengthMinutes,
						}),
						...programLine(programName, text),
					],
					"\n",
				),
			),
			...(standing && notice?.is !== "taken"
				? [section(standingLine(standing, reader, text))]
				: []),
			...(slots.length > 0
				? [context(howLine(mentorship, reader, text))]
				: [
						section(
							text.mrkdwn(
								page > 0 ? "meetings:plan.noMore" : "meetings:plan.none",
							),
						),
					]),
			...slots.map((slot) => slotBlock(slot, planning, reader, text)),
			...(isTurn ? [context(text.mrkdwn("meetings:plan.turns"))] : []),
			...otherWays({ planning, page, hasMore }, reader, text),
		],
	});
}

function howLine(
	mentorship: Mentorship,
	reader: MeetingReader,
	text: Text,
): Mrkdwn {
	const names = othersNamed(mentorship, reader, text);
	return othersOf(mentorship, reader.personId).length === 0
		? text.mrkdwn("meetings:plan.howAlone")
		: text.mrkdwn("meetings:plan.how", { names });
}

function standingLine(
	{ startsAt, inWriting }: Meeting,
	reader: MeetingReader,
	text: Text,
): Mrkdwn {
	const date = momentFor(startsAt, reader);
	return inWriting
		? text.mrkdwn("meetings:plan.standingWriting", { date })
		: text.mrkdwn("meetings:plan.standing", { date });
}

function slotBlock(
	{ at, bearers }: Slot,
	{ mentorship, standing }: Planning,
	reader: MeetingReader,
	text: Text,
): KnownBlock {
	const date = plainMoment(at, reader);
	const names = namesOf(mentorship, reader, text);
	const isAlone = othersOf(mentorship, reader.personId).length === 0;
	const { mentorshipId } = mentorship;
	const verb = standing ? "move" : "pick";
	return section(
		joinMrkdwn(
			[
				text.mrkdwn("meetings:plan.slot", { date: momentFor(at, reader) }),
				...bearerLines(bearers, mentorship, reader, text),
			],
			"\n",
		),
		button({
			id: "meetings:pick",
			value: pickValue({ mentorshipId, at }),
			label: text.plain(`meetings:plan.${verb}`),
			spoken: text.plain(`meetings:plan.${verb}Spoken`, { date }),
			...(standing && {
				confirm: {
					title: text.plain("meetings:plan.confirm.title"),
					text: isAlone
						? text.plain("meetings:plan.confirm.textAlone", { date })
						: text.plain("meetings:plan.confirm.text", { date, names }),
					yes: text.plain("meetings:plan.confirm.yes"),
					no: text.plain("meetings:plan.confirm.no"),
				},
			}),
		}),
	);
}

/** For whom a time is early or late, each as a line of its own. */
export function bearerLines(
	bearers: readonly Bearer[],
	mentorship: Mentorship,
	reader: MeetingReader,
	text: Text,
): Mrkdwn[] {
	return (["early", "late"] as const).flatMap((when) => {
		const whose = bearers.filter((one) => one.when === when);
		const isMe = whose.some(({ personId }) => personId === reader.personId);
		const members = othersOf(mentorship, reader.personId).filter(
			({ personId }) => whose.some((one) => one.personId === personId),
		);
		const names = othersNamed({ members }, reader, text);
		return [
			...(isMe ? [text.mrkdwn(`meetings:plan.${when}You`)] : []),
			...(members.length > 0
				? [text.mrkdwn(`meetings:plan.${when}`, { names })]
				: []),
		];
	});
}

function otherWays(
	{ planning, page, hasMore }: Pick<PlanPage, "planning" | "page" | "hasMore">,
	reader: MeetingReader,
	text: Text,
): KnownBlock[] {
	const { mentorship, standing, attendees } = planning;
	const { mentorshipId: value } = mentorship;
	const plain = (id: string, key: "own" | "write"): Button =>
		button({ id, value, label: text.plain(`meetings:plan.${key}`) });
	const turn = (to: number, key: "more" | "first"): Button =>
		button({
			id: `meetings:${key}`,
			value: `${value}:${to}`,
			label: text.plain(`meetings:plan.${key}`),
		});
	const canWrite = attendees.length > 1 && !standing?.inWriting;
	return [
		actions(
			...(page > 0 ? [turn(page - 1, "first")] : []),
			...(hasMore ? [turn(page + 1, "more")] : []),
			plain("meetings:own", "own"),
			...(canWrite
				? [
						button({
							id: "meetings:write",
							value,
							label: text.plain("meetings:plan.write"),
							spoken: text.plain("meetings:plan.writeSpoken"),
						}),
					]
				: []),
		),
		actions(
			metButton(mentorship, reader, text),
			metButton(mentorship, reader, text, "wrote"),
			...(standing ? [cancelButton(standing, mentorship, reader, text)] : []),
		),
	];
}

function noticeLine(
	notice: Notice,
	{ mentorship }: Planning,
	reader: MeetingReader,
	text: Text,
): Mrkdwn {
	if (notice.is !== "taken") return text.mrkdwn(`meetings:plan.${notice.is}`);
	const { by } = notice;
	if (!by) return text.mrkdwn("meetings:plan.changed");
	const date = momentFor(by.startsAt, reader);
	if (by.setBy === reader.personId)
		return text.mrkdwn("meetings:plan.takenYou", { date });
	const members = mentorship.members.filter(
		({ personId }) => personId === by.setBy,
	);
	if (members.length === 0) return text.mrkdwn("meetings:plan.changed");
	const person = othersNamed({ members }, reader, text);
	return by.inWriting
		? text.mrkdwn("meetings:plan.takenWriting", { person, date })
		: text.mrkdwn("meetings:plan.taken", { person, date });
}
