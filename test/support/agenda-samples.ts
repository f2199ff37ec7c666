import { choice } from "./requests-payloads.ts";
import { buttonFor, command, type Sample } from "./sample.ts";

/** What to talk about next, and what was taken on. */
export const agendaSamples: Record<string, Sample> = {
	"command agenda": command("agenda"),
	"action agenda:open": buttonFor("agenda:open", "message"),
	"view agenda:save": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "agenda:save",
			form: { challenge: "The wind turned", own: "Which string to buy" },
			meta: { mentorship, seen: "{}" },
		}),
	},
	"shortcut agenda:add": {
		act: () => ({
			type: "shortcut",
			id: "agenda:add",
			text: "Kites are allowed on the roof",
		}),
	},
	"view agenda:addPoint": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "agenda:addPoint",
			form: { mentorship: choice(mentorship), text: "Kites on the roof" },
		}),
	},
	"action agenda:did": buttonFor("agenda:did", "message"),
	"action agenda:ownWay": buttonFor("agenda:ownWay", "message"),
	"action agenda:against": buttonFor("agenda:against", "message"),
	"view agenda:saveWhy": {
		takes: "uuid",
		act: (action) => ({
			type: "view",
			id: "agenda:saveWhy",
			form: { why: "The wind was too strong" },
			meta: { action, state: "own_way" },
		}),
	},
	"action agenda:wrapUp": buttonFor("agenda:wrapUp", "message"),
	"action agenda:oneMore": {
		takes: "uuid",
		act: (meeting) => ({
			type: "action",
			id: "agenda:oneMore",
			in: "modal",
			form: { took1: "Buy more string" },
			meta: { meeting, rows: 1 },
		}),
	},
	"view agenda:saveWrapUp": {
		takes: "uuid",
		act: (meeting) => ({
			type: "view",
			id: "agenda:saveWrapUp",
			form: { useful: choice("4"), took1: "Buy more string" },
			meta: { meeting },
		}),
	},
};
