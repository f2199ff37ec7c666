import { buttonFor, command, type Sample } from "./sample.ts";

/** No time is planned for longer than a year ahead. */
export const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000)
	.toISOString()
	.slice(0, 10);
export const noonNextMonth = Date.parse(`${nextMonth}T12:00:00Z`) / 60_000;

/** A button of a mentorship that carries a number as well. */
const numbered = (id: string, number: number): Sample => ({
	takes: "uuid",
	act: (mentorship) => ({
		type: "action",
		id,
		in: "modal",
		value: `${mentorship}:${number}`,
		meta: { known: "none" },
	}),
});

/** The next conversation, and what became of it. */
export const meetingSamples: Record<string, Sample> = {
	"command meet": command("meet"),
	"action meetings:plan": buttonFor("meetings:plan", "home"),
	"action meetings:more": numbered("meetings:more", 1),
	"action meetings:first": numbered("meetings:first", 0),
	"action meetings:pick": numbered("meetings:pick", noonNextMonth),
	"action meetings:write": buttonFor("meetings:write", "modal"),
	"action meetings:own": buttonFor("meetings:own", "modal"),
	"view meetings:setOwn": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "meetings:setOwn",
			form: {
				date: { type: "datepicker", selected_date: nextMonth },
				time: { type: "timepicker", selected_time: "10:00" },
			},
			meta: { mentorship, known: "none" },
		}),
	},
	"view meetings:setSure": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "meetings:setSure",
			meta: { mentorship, known: "none", date: nextMonth, time: "10:00" },
		}),
	},
	"action meetings:met": buttonFor("meetings:met", "modal"),
	"action meetings:wrote": buttonFor("meetings:wrote", "modal"),
	"action meetings:wasMet": buttonFor("meetings:wasMet", "message"),
	"action meetings:wasMoved": buttonFor("meetings:wasMoved", "message"),
	"action meetings:wasNot": buttonFor("meetings:wasNot", "message"),
	"action meetings:cancel": buttonFor("meetings:cancel", "message"),
	"action meetings:file": buttonFor("meetings:file", "message"),
};
