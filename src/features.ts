import { contactFeature } from "./enrollment/contact.feature.ts";
import { enrollmentFeature } from "./enrollment/enrollment.feature.ts";
import { joinFeature } from "./enrollment/join.feature.ts";
import { nominateFeature } from "./enrollment/nominate.feature.ts";
import { participationFeature } from "./enrollment/participation.feature.ts";
import { askToAgree } from "./enrollment/participation.service.ts";
import { profileFeature } from "./enrollment/profile.feature.ts";
import { moveEnrolledTopic } from "./enrollment/topics.service.ts";
import { goalActsFeature } from "./goals/goal-acts.feature.ts";
import { goalsFeature } from "./goals/goals.feature.ts";
import { sharedGoalsFeature } from "./goals/shared.feature.ts";
import { untouchedFeature } from "./goals/untouched.feature.ts";
import { answerIntroductionFeature } from "./introductions/answer.feature.ts";
import { askIntroductionFeature } from "./introductions/ask.feature.ts";
import { closeIntroductionsOf } from "./introductions/close.service.ts";
import { introductionMessagesFeature } from "./introductions/messages.feature.ts";
import { answerFeature } from "./matching/answer.feature.ts";
import { askFeature } from "./matching/ask.feature.ts";
import { askBackFeature } from "./matching/ask-back.feature.ts";
import { askChoicesFeature } from "./matching/ask-choices.feature.ts";
import { weighConsequence } from "./matching/consequences.service.ts";
import { findFeature } from "./matching/find.feature.ts";
import { notNowFeature } from "./matching/not-now.feature.ts";
import { requestNewsFeature } from "./matching/request-news.feature.ts";
import { sentFeature } from "./matching/sent.feature.ts";
import {
	suggestionsFeature,
	waitingFeature,
} from "./matching/waiting.feature.ts";
import { endWaitingOf } from "./matching/waiting.service.ts";
import { closeRequestsOf } from "./matching/withdraw.service.ts";
import { concernsFeature } from "./mentorships/concerns.feature.ts";
import { mentorshipsFeature } from "./mentorships/mentorships.feature.ts";
import { pageFeature } from "./mentorships/page.feature.ts";
import { exploringPart } from "./mentorships/page-parts.service.ts";
import { wrongFeature } from "./mentorships/wrong.feature.ts";
import { announceAct } from "./programs/acts.service.ts";
import { chooseFeature } from "./programs/choose.feature.ts";
import { claimFeature } from "./programs/claim.feature.ts";
import { createFeature } from "./programs/create.feature.ts";
import { historyFeature } from "./programs/history.feature.ts";
import { managedFeature } from "./programs/managed.feature.ts";
import { managersFeature } from "./programs/managers.feature.ts";
import { participationTextFeature } from "./programs/participation.feature.ts";
import { programFeature } from "./programs/program.feature.ts";
import { settingsFeature } from "./programs/settings.feature.ts";
import { topicsFeature } from "./programs/topics.feature.ts";
import type { Feature } from "./slack/feature.ts";
import { helpEntry } from "./slack/help.ts";
import { homeEntries } from "./slack/home.ts";
import { directoryFeature } from "./workspaces/directory.feature.ts";
import { importFeature } from "./workspaces/import.feature.ts";
import { workspacesFeature } from "./workspaces/workspaces.feature.ts";

/** All capabilities, in the order of Home and of help. */
const capabilities: Feature[] = [
	answerFeature,
	requestNewsFeature,
	participationFeature([closeRequestsOf, endWaitingOf, closeIntroductionsOf]),
	askBackFeature,
	notNowFeature,
	suggestionsFeature,
	answerIntroductionFeature,
	mentorshipsFeature,
	pageFeature([exploringPart]),
	sharedGoalsFeature,
	goalsFeature,
	goalActsFeature([]),
	untouchedFeature,
	wrongFeature,
	concernsFeature,
	askIntroductionFeature,
	introductionMessagesFeature,
	sentFeature,
	waitingFeature,
	findFeature,
	askFeature,
	askChoicesFeature,
	joinFeature,
	profileFeature,
	enrollmentFeature([closeRequestsOf, endWaitingOf, closeIntroductionsOf]),
	nominateFeature,
	contactFeature([closeRequestsOf, closeIntroductionsOf]),
	chooseFeature,
	claimFeature,
	managedFeature,
	programFeature,
	managersFeature,
	historyFeature,
	createFeature,
	settingsFeature(weighConsequence),
	topicsFeature([moveEnrolledTopic]),
	participationTextFeature([askToAgree]),
	workspacesFeature,
	directoryFeature(announceAct),
	importFeature(announceAct),
];

/** Home is made of the others, and help of all. */
const home: Feature = { name: "slack", entries: homeEntries(capabilities) };
const help: Feature = {
	name: "slack",
	entries: [helpEntry([home, ...capabilities])],
};

export const features: Feature[] = [...capabilities, home, help];
