import type { WorkspaceTrx } from "../db/database.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import {
	isOver,
	isUnderWay,
	type MentorshipState,
} from "../mentorships/mentorship-moves.ts";
import {
	readPromptable,
	readUnstopped,
} from "../mentorships/mentorships.service.ts";
import { overKind } from "../mentorships/move.service.ts";
import { namesOf } from "../mentorships/names.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import type { Message } from "../slack/blocks.ts";
import type { Feature, MessageContext, MessageKind } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { BeforeMeeting } from "./before.ts";
import { calendarFile } from "./calendar-file.ts";
import {
	hasFile,
	isAhead,
	isToSay,
	type Meeting,
	type MeetingAnswer,
} from "./meeting.ts";
import { meetingSchedule, meetingTurnKind } from "./meeting-turns.service.ts";
import { readWithAnswer } from "./meetings.service.ts";
import {
	afterMessage,
	cancelledMessage,
	overMessage,
	setMessage,
	soonMessage,
} from "./messages.views.ts";
import { overSchedule } from "./over.service.ts";

type Found = { mentorship: Mentorship; meeting: Meeting };
type MayBeSaid = (
	trx: WorkspaceTrx,
	mentorshipId: string,
) => Promise<Mentorship | undefined>;
type Saying = {
	mayBeSaid?: MayBeSaid;
	states?: (state: MentorshipState) => boolean;
};
type Write = (
	found: Found,
	reader: PersonRow,
	context: MessageContext,
) => Message | Promise<Message>;

/**
 * Said of a meeting to a member, while it is still so and the mentorship may be
 * spoken of: see `readPromptable`.
 */
function toMember(
	isSo: (meeting: Meeting, now: Date, said: MeetingAnswer | null) => boolean,
	write: Write,
	{ mayBeSaid = readPromptable, states = isUnderWay }: Saying = {},
): MessageKind {
	return {
		ifUnknown: "resend",
		async render(context) {
			const { trx, subjectId, personId, now } = context;
			if (!personId) return null;
			const found = await readWithAnswer(trx, subjectId, personId);
			if (!found || !isSo(found.meeting, now, found.said)) return null;
			const [mentorship, reader] = await Promise.all([
				mayBeSaid(trx, found.meeting.mentorshipId),
				readPerson(trx, personId),
			]);
			const isIn = mentorship && memberOf(mentorship, personId);
			if (!isIn || !states(mentorship.state) || !reader) return null;
			return write({ mentorship, meeting: found.meeting }, reader, context);
		},
	};
}

const isOff = ({ state }: Meeting) => state === "cancelled";

/** What is said around a meeting: when it is set, before it, and after it. */
export const meetingMessagesFeature = (before: BeforeMeeting[]): Feature => ({
	name: "meetings",
	entries: [],
	schedules: { [meetingTurnKind]: meetingSchedule, [overKind]: overSchedule },
	messages: {
		"meetings:set": toMember(isAhead, (found, reader, { text }) =>
			setMessage(found, reader, text),
		),
		"meetings:cancelled": toMember(
			isOff,
			(found, reader, { text }) => cancelledMessage(found, reader, text),
			{ mayBeSaid: readUnstopped },
		),
		"meetings:over": toMember(
			isOff,
			(found, reader, { text }) => overMessage(found, reader, text),
			{ states: isOver },
		),
		"meetings:soon": toMember(isAhead, async (found, reader, context) => {
			const said = await Promise.all(
				before.map((each) => each(found, reader, context)),
			);
			return soonMessage(found, reader, context.text, said.flat());
		}),
		"meetings:after": toMember(
			(meeting, now, said) => isToSay(meeting, now) && said === null,
			(found, reader, { text }) => afterMessage(found, reader, text),
		),
		"meetings:file": {
			ifUnknown: "resend",
			async render({ trx, subjectId, personId, text }) {
				const found =
					personId && (await readWithAnswer(trx, subjectId, personId));
				if (!personId || !found || !hasFile(found.meeting)) return null;
				const { meeting, mentorship } = found;
				const reader = { personId };
				const key = meeting.state === "cancelled" ? "off" : "text";
				const title = text.plain("meetings:file.title", {
					names: namesOf(mentorship, reader, text),
				});
				const note = text.plain("meetings:file.note");
				return {
					text: text.mrkdwn(`meetings:file.${key}`, {
						names: othersNamed(mentorship, reader, text),
					}),
					file: {
						name: text.plain("meetings:file.name"),
						content: calendarFile(meeting, { title, note }),
					},
				};
			},
		},
	},
});
