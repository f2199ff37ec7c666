import { choice } from "./requests-payloads.ts";
import { button, buttonFor, command, type Sample } from "./sample.ts";

/** What keeps a mentorship going, how often one hears of it, who sees what. */
export const checkinSamples: Record<string, Sample> = {
	"command privacy": command("privacy"),
	"action privacy:whoSees": button("privacy:whoSees", "home"),
	"command why": command("why"),
	"command snooze": command("snooze"),
	"action checkins:why": button("checkins:why", "message"),
	"action checkins:snooze": button("checkins:snooze", "message"),
	"action checkins:wake": button("checkins:wake", "home"),
	"view checkins:confirmSnooze": {
		act: () => ({
			type: "view",
			id: "checkins:confirmSnooze",
			form: { length: choice("week"), until: null },
		}),
	},
	"action checkins:hearing": {
		takes: "uuid",
		act: (id) => ({
			type: "action",
			id: "checkins:hearing",
			in: "message",
			value: `fewer:${id}`,
		}),
	},
	"action checkins:restart": buttonFor("checkins:restart", "message"),
	"action checkins:fewer": buttonFor("checkins:fewer", "message"),
	"action checkins:usual": buttonFor("checkins:usual", "modal"),
	"action checkins:noAnswer": buttonFor("checkins:noAnswer", "modal"),
	"action checkins:stillHere": buttonFor("checkins:stillHere", "message"),
};
