import type { Feature, MessageKind } from "../slack/feature.ts";
import { briefingMessage } from "./briefing.views.ts";
import type { MemberRole } from "./mentorship.ts";
import { toMember } from "./to-member.service.ts";

const briefing = (role: MemberRole): MessageKind =>
	toMember(
		["exploring"],
		({ mentorship, reader, text }) =>
			briefingMessage(role, mentorship, reader, text),
		"drop",
	);

/** What each side does well to know before they first talk. */
export const briefingFeature: Feature = {
	name: "mentorships",
	entries: [],
	messages: {
		"mentorships:briefing-mentor": briefing("mentor"),
		"mentorships:briefing-mentee": briefing("mentee"),
		"mentorships:briefing-peer": briefing("peer"),
	},
};
