import { choice } from "./requests-payloads.ts";
import { buttonFor, command, type Sample, user } from "./sample.ts";

const someone = { type: "users_select" as const, selected_user: user.id };

/** Whom could I talk to, and everybody's answers. */
export const introductionSamples: Record<string, Sample> = {
	"command intro": command("intro kite racing"),
	"view introductions:ask": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "introductions:ask",
			form: {
				partner: choice(`${mentorship}/${mentorship}`),
				topic: "Kite racing",
				why: "There is a race in May",
			},
		}),
	},
	"view introductions:offer": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "introductions:offer",
			form: {
				partner: choice(`${mentorship}/${mentorship}`),
				person: someone,
				topic: "Kite racing",
				note: null,
			},
		}),
	},
	"view introductions:name": {
		takes: "uuid",
		act: (introduction) => ({
			type: "view",
			id: "introductions:name",
			form: { person: someone, note: "They won it twice" },
			meta: { introduction },
		}),
	},
	"action introductions:openName": buttonFor(
		"introductions:openName",
		"message",
	),
	"action introductions:nobody": buttonFor("introductions:nobody", "message"),
	"action introductions:takeUp": buttonFor("introductions:takeUp", "message"),
	"action introductions:pass": buttonFor("introductions:pass", "message"),
	"action introductions:accept": buttonFor("introductions:accept", "message"),
	"action introductions:decline": buttonFor("introductions:decline", "message"),
	"action introductions:withdraw": buttonFor("introductions:withdraw", "home"),
};
