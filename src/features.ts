import { actionsFeature } from "./agenda/actions.feature.ts";
import { agendaFeature } from "./agenda/agenda.feature.ts";
import { agendaBefore } from "./agenda/before.service.ts";
import { agendaPart } from "./agenda/page-part.service.ts";
import { coverAgenda, reopenAgenda } from "./agenda/wrap-up.service.ts";
import { wrapUpButtons } from "./agenda/wrap-up.views.ts";
import { hearingPart } from "./checkins/hearing-page.service.ts";
import { noAnswerFeature } from "./checkins/no-answer.feature.ts";
import { nudgesFeature } from "./checkins/nudges.feature.ts";
import { snoozeFeature } from "./checkins/snooze.feature.ts";
import { whyFeature } from "./checkins/why.feature.ts";
import { contactFeature } from "./enrollment/contact.feature.ts";
import { enrollmentFeature } from "./enrollment/enrollment.feature.ts";
import { joinFeature } from "./enrollment/join.feature.ts";
import { nominateFeature } from "./enrollment/nominate.feature.ts";
import { participationFeature } from "./enrollment/participation.feature.ts";
import { askToAgree } from "./enrollment/participation.service.ts";
import { profileFeature } from "./enrollment/profile.feature.ts";
import { moveEnrolledTopic } from "./enrollment/topics.service.ts";
import { beginWithGoal } from "./goals/begin.service.ts";
import { goalActsFeature } from "./goals/goal-acts.feature.ts";
import { goalsFeature } from "./goals/goals.feature.ts";
import { readGoalsIn } from "./goals/goals.service.ts";
import { sharedGoalsFeature } from "./goals/shared.feature.ts";
import { untouchedFeature } from "./goals/untouched.feature.ts";
import { answerIntroductionFeature } from "./introductions/answer.feature.ts";
import { askIntroductionFeature } from "./introductions/ask.feature.ts";
import { introductionMessagesFeature } from "./introductions/messages.feature.ts";
import { answerFeature } from "./matching/answer.feature.ts";
import { askFeature } from "./matching/ask.feature.ts";
import { askBackFeature } from "./matching/ask-back.feature.ts";
import { askChoicesFeature } from "./matching/ask-choices.feature.ts";
import { boardFeature } from "./matching/board.feature.ts";
import { weighConsequence } from "./matching/consequences.service.ts";
import { findFeature } from "./matching/find.feature.ts";
import { invitePeerFeature } from "./matching/invite-peer.feature.ts";
import { notNowFeature } from "./matching/not-now.feature.ts";
import { peerNewsFeature, peersPart } from "./matching/peer-news.feature.ts";
import { requestNewsFeature } from "./matching/request-news.feature.ts";
import { sentFeature } from "./matching/sent.feature.ts";
import {
	suggestionsFeature,
	waitingFeature,
} from "./matching/waiting.feature.ts";
import { meetingsFeature } from "./meetings/meetings.feature.ts";
import { meetingMessagesFeature } from "./meetings/messages.feature.ts";
import { meetingsPart, standingPart } from "./meetings/page-part.service.ts";
import { planFeature } from "./meetings/plan.feature.ts";
import { agreementFeature } from "./mentorships/agreement.feature.ts";
import { agreementMessagesFeature } from "./mentorships/agreement-messages.feature.ts";
import {
	agreementPart,
	toSignPart,
} from "./mentorships/agreement-page.service.ts";
import { askWhatIsNext } from "./mentorships/all-reached.service.ts";
import { briefingFeature } from "./mentorships/briefing.feature.ts";
import { closeFeature } from "./mentorships/close.feature.ts";
import { closingMessagesFeature } from "./mentorships/closing-messages.feature.ts";
import { closingPart, endPart } from "./mentorships/closing-page.service.ts";
import { concernsFeature } from "./mentorships/concerns.feature.ts";
import { endingFeature } from "./mentorships/ending.feature.ts";
import { exploringFeature } from "./mentorships/exploring.feature.ts";
import {
	exploringPart,
	flashPart,
} from "./mentorships/exploring-page.service.ts";
import {
	externalFeature,
	externalPart,
} from "./mentorships/external.feature.ts";
import { flashFeature } from "./mentorships/flash.feature.ts";
import { flashMet } from "./mentorships/flash.service.ts";
import {
	groupPart,
	groupsFeature,
	roomPart,
} from "./mentorships/groups.feature.ts";
import { halfwayFeature } from "./mentorships/halfway.feature.ts";
import {
	halfwayPart,
	toWritePart,
} from "./mentorships/halfway-page.service.ts";
import { kindPart } from "./mentorships/kinds-page.service.ts";
import { lookBackFeature } from "./mentorships/look-back.feature.ts";
import { mentorshipsFeature } from "./mentorships/mentorships.feature.ts";
import { pageFeature } from "./mentorships/page.feature.ts";
import { pauseFeature } from "./mentorships/pause.feature.ts";
import { pausePart } from "./mentorships/pause-page.service.ts";
import { storyFeature } from "./mentorships/story.feature.ts";
import { wrongFeature } from "./mentorships/wrong.feature.ts";
import { onClock, onLeave, onPresence } from "./people-hooks.ts";
import { whoSeesFeature } from "./privacy/who-sees.feature.ts";
import { announceAct } from "./programs/acts.service.ts";
import { chooseFeature } from "./programs/choose.feature.ts";
import { claimFeature } from "./programs/claim.feature.ts";
import { cohortPartFeature } from "./programs/cohort-part.feature.ts";
import { cohortsFeature } from "./programs/cohorts.feature.ts";
import { createFeature } from "./programs/create.feature.ts";
import { healthByNameFeature } from "./programs/health-by-name.feature.ts";
import { historyFeature } from "./programs/history.feature.ts";
import { managedFeature } from "./programs/managed.feature.ts";
import { managersFeature } from "./programs/managers.feature.ts";
import { participationTextFeature } from "./programs/participation.feature.ts";
import { programFeature } from "./programs/program.feature.ts";
import { settingsFeature } from "./programs/settings.feature.ts";
import { topicsFeature } from "./programs/topics.feature.ts";
import { cohortFeature } from "./reports/cohort.feature.ts";
import { planSummaries, planSummary } from "./reports/cohort-due.service.ts";
import { listsFeature } from "./reports/lists.feature.ts";
import { planReport } from "./reports/post.service.ts";
import { postingFeature } from "./reports/posting.feature.ts";
import { reportFeature } from "./reports/report.feature.ts";
import type { Feature } from "./slack/feature.ts";
import { helpEntry } from "./slack/help.ts";
import { homeEntries } from "./slack/home.ts";
import { directoryFeature } from "./workspaces/directory.feature.ts";
import { importFeature } from "./workspaces/import.feature.ts";
import { workspacesFeature } from "./workspaces/workspaces.feature.ts";

/** All capabilities, in the order of Home. */
const capabilities: Feature[] = [
	answerFeature,
	requestNewsFeature,
	participationFeature(onLeave),
	askBackFeature,
	notNowFeature,
	suggestionsFeature,
	answerIntroductionFeature,
	meetingsFeature([flashMet, coverAgenda], [reopenAgenda], [wrapUpButtons]),
	invitePeerFeature,
	peerNewsFeature,
	mentorshipsFeature,
	briefingFeature,
	exploringFeature,
	agreementFeature(readGoalsIn),
	agreementMessagesFeature(readGoalsIn),
	halfwayFeature,
	closingMessagesFeature,
	closeFeature(readGoalsIn),
	lookBackFeature(readGoalsIn),
	storyFeature(readGoalsIn),
	flashFeature,
	groupsFeature,
	externalFeature([beginWithGoal]),
	pauseFeature([standingPart]),
	endingFeature,
	pageFeature([
		closingPart,
		pausePart,
		toSignPart,
		toWritePart,
		meetingsPart,
		agendaPart,
		groupPart,
		peersPart,
		externalPart,
		exploringPart,
		flashPart,
		agreementPart,
		halfwayPart,
		hearingPart,
		endPart,
		kindPart,
		roomPart,
	]),
	planFeature,
	meetingMessagesFeature([agendaBefore]),
	nudgesFeature,
	noAnswerFeature,
	sharedGoalsFeature,
	goalsFeature,
	goalActsFeature([askWhatIsNext]),
	untouchedFeature,
	wrongFeature,
	concernsFeature,
	agendaFeature,
	actionsFeature,
	askIntroductionFeature,
	introductionMessagesFeature,
	sentFeature,
	waitingFeature,
	boardFeature,
	findFeature,
	askFeature,
	askChoicesFeature,
	joinFeature,
	profileFeature,
	cohortPartFeature,
	enrollmentFeature(onLeave),
	nominateFeature,
	contactFeature(onLeave),
	snoozeFeature,
	whyFeature,
	whoSeesFeature,
	chooseFeature,
	claimFeature,
	managedFeature,
	programFeature([planReport, planSummaries]),
	reportFeature,
	cohortFeature,
	postingFeature,
	listsFeature,
	managersFeature,
	historyFeature,
	createFeature,
	settingsFeature(weighConsequence, [planReport, planSummaries]),
	cohortsFeature([planSummary]),
	topicsFeature([moveEnrolledTopic]),
	participationTextFeature([askToAgree]),
	healthByNameFeature([askToAgree]),
	workspacesFeature(onPresence, onClock),
	directoryFeature(announceAct),
	importFeature(announceAct),
];

/** Home begins with what waits, and help with what one does first. */
const firstInHelp = [
	"",
	...["join", "find", "ask", "profile"],
	...["meet", "agenda", "goals", "intro", "agreement", "end", "story"],
];

/** Home is made of the others, and help of all. */
const home: Feature = { name: "slack", entries: homeEntries(capabilities) };
const help: Feature = {
	name: "slack",
	entries: [helpEntry([home, ...capabilities], firstInHelp)],
};

export const features: Feature[] = [...capabilities, home, help];
