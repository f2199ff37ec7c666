import { choice } from "./requests-payloads.ts";
import { button, buttonFor, command, type Sample } from "./sample.ts";

/** What keeps a mentorship going, and how often one hears of it. */
export const checkinSamples: Record<string, Sample> = {
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
	"action checkins:restart": buttonFor("checkins:restart", "message"),
	"action checkins:fewer": buttonFor("checkins:fewer", "message"),
	"action checkins:usual": buttonFor("checkins:usual", "modal"),
	"action checkins:noAnswer": buttonFor("checkins:noAnswer", "modal"),
	"action checkins:stillHere": buttonFor("checkins:stillHere", "message"),
};
