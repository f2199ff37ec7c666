import {
	closeIntroductionsOf,
	closeIntroductionsOfGone,
} from "./introductions/close.service.ts";
import { endWaitingOf } from "./matching/waiting.service.ts";
import { tendWaitingOf } from "./matching/waiting-gone.service.ts";
import {
	closeRequestsOf,
	closeRequestsOfGone,
} from "./matching/withdraw.service.ts";
import { replanMeetingsOf } from "./meetings/meeting-turns.service.ts";
import { replanMentorshipsOf } from "./mentorships/clock.service.ts";
import { endMentorshipsOf } from "./mentorships/leave.service.ts";
import { tendMentorshipsOf } from "./mentorships/presence.service.ts";
import { leaveCohorts } from "./programs/cohort-members.service.ts";

// What each slice does when something happens to a person; in one order for
// everybody: people before requests, and requests before mentorships.

export const onLeave = [
	leaveCohorts,
	closeRequestsOf,
	endWaitingOf,
	closeIntroductionsOf,
	endMentorshipsOf,
];

export const onPresence = [
	closeRequestsOfGone,
	tendWaitingOf,
	closeIntroductionsOfGone,
	tendMentorshipsOf,
];

export const onClock = [replanMentorshipsOf, replanMeetingsOf];
