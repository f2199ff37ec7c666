import type { Feature, MessageKind } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { readPromptable } from "./mentorships.service.ts";
import { briefingMessage } from "./mentorships.views.ts";
import { turnKind } from "./move.service.ts";
import { turnSchedule } from "./turn.service.ts";
import { turnActs } from "./turn-acts.service.ts";

function briefing(role: "mentor" | "mentee"): MessageKind {
	return {
		ifUnknown: "drop",
		async render({ trx, subjectId, personId, text }) {
			const mentorship = await readPromptable(trx, subjectId);
			const reader = personId ? await readPerson(trx, personId) : undefined;
			if (mentorship?.state !== "exploring" || !reader) return null;
			return briefingMessage(role, mentorship, reader, text);
		},
	};
}

export const mentorshipsFeature: Feature = {
	name: "mentorships",
	entries: [],
	schedules: { [turnKind]: turnSchedule(turnActs) },
	messages: {
		"mentorships:briefing-mentor": briefing("mentor"),
		"mentorships:briefing-mentee": briefing("mentee"),
	},
};
