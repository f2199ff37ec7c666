import type { Feature } from "../slack/feature.ts";
import { endedMessage } from "./ending.views.ts";
import { goneKind, goneSchedule } from "./presence.service.ts";
import { awaited } from "./to-member.service.ts";

/** What ends without a look-back, and whom nobody waits for any more. */
export const endingFeature: Feature = {
	name: "mentorships",
	entries: [],
	messages: {
		"mentorships:ended": awaited(["ended"], ({ mentorship, reader, text }) =>
			endedMessage(mentorship, reader, text),
		),
	},
	schedules: { [goneKind]: goneSchedule },
};
