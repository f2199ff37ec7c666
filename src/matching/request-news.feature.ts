import { hasJoined } from "../enrollment/enrollment.service.ts";
import { readParticipation } from "../programs/participation.service.ts";
import type { Feature, MessageContext, MessageKind } from "../slack/feature.ts";
import { introductionMessage } from "./introduction.views.ts";
import { asInvitation } from "./invitation.views.ts";
import { type Occasion, requestMessage } from "./received.views.ts";
import { closeKind, remindKind } from "./reply-window.service.ts";
import { closeSchedule, remindSchedule } from "./request-clock.service.ts";
import { listReceived, readWhole } from "./requests.service.ts";

/** What comes by itself: requests reach their mentor, and windows close. */
export const requestNewsFeature: Feature = {
	name: "matching",
	entries: [],
	schedules: {
		[remindKind]: remindSchedule,
		[closeKind]: closeSchedule,
	},
	messages: {
		"matching:request": toMentor("request"),
		"matching:reminder": toMentor("reminder"),
		"matching:reply": toMentor("replied"),
		"matching:introduction": {
			ifUnknown: "resend",
			async render({ trx, deps, subjectId, text }) {
				const whole = await readWhole(deps, trx, subjectId);
				return whole && introductionMessage(whole.request, whole.ask, text);
			},
		},
	},
};

/** A request that is the mentor's move, and below it all the others. */
function toMentor(occasion: Occasion): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, deps, subjectId, text }: MessageContext) {
			const whole = await readWhole(deps, trx, subjectId);
			if (whole?.request.state !== "open") return null;
			const { programId, mentorId: personId } = whole.request;
			const isIn = await hasJoined(trx, { programId, personId });
			// Whoever has not joined gets one message for each ask.
			if (!isIn && occasion === "reminder") return null;
			const received = await listReceived(trx, whole.request.mentorId);
			const others = received.filter(
				({ requestId }) => requestId !== subjectId,
			);
			const message = requestMessage(whole, { occasion, others }, text);
			if (isIn) return message;
			const terms = await readParticipation(trx, programId);
			const { kind } = whole.request;
			return asInvitation(message, { terms, kind }, text);
		},
	};
}
