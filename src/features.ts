import { enrollmentFeature } from "./enrollment/enrollment.feature.ts";
import { joinFeature } from "./enrollment/join.feature.ts";
import { profileFeature } from "./enrollment/profile.feature.ts";
import {
	answerFeature,
	openRequestsFeature,
} from "./matching/answer.feature.ts";
import { closeRequestsOf } from "./matching/answer.service.ts";
import { askFeature } from "./matching/ask.feature.ts";
import { findFeature } from "./matching/find.feature.ts";
import { mentorshipsFeature } from "./mentorships/mentorships.feature.ts";
import type { Feature } from "./slack/feature.ts";
import { helpEntry } from "./slack/help.ts";
import { homeEntries } from "./slack/home.ts";
import { workspacesFeature } from "./workspaces/workspaces.feature.ts";

/** All capabilities, in the order of Home and of help. */
const capabilities: Feature[] = [
	answerFeature,
	mentorshipsFeature,
	openRequestsFeature,
	findFeature,
	askFeature,
	joinFeature,
	profileFeature,
	enrollmentFeature([closeRequestsOf]),
	workspacesFeature,
];

/** Home is made of the others, and help of all. */
const home: Feature = { name: "slack", entries: homeEntries(capabilities) };
const help: Feature = {
	name: "slack",
	entries: [helpEntry([home, ...capabilities])],
};

export const features: Feature[] = [...capabilities, home, help];
