import type { Typed } from "./requests-payloads.ts";
import { buttonFor, command, type Sample } from "./sample.ts";

const turn = (id: string): Sample => ({
	takes: "uuid",
	act: (program) => ({
		type: "action",
		id,
		in: "modal",
		value: "1",
		meta: { program, list: "mentorships", only: null },
	}),
});

const inList = (id: string, value: Typed = null): Sample => ({
	takes: "uuid",
	act: (program) => ({
		type: "action",
		id,
		in: "modal",
		value,
		meta: { program, list: "enrolled", only: null },
	}),
});

/** A program in numbers, for its managers. */
export const reportSamples: Record<string, Sample> = {
	"command report": command("report"),
	"command stats": command("stats"),
	"action reports:make": buttonFor("reports:make", "modal"),
	"view reports:post": {
		takes: "uuid",
		act: (release) => ({
			type: "view",
			id: "reports:post",
			meta: { release, channel: "C0MENTORING" },
		}),
	},
	"view reports:confirmPost": {
		takes: "uuid",
		act: (release) => ({
			type: "view",
			id: "reports:confirmPost",
			meta: { release, channel: "C0MENTORING" },
		}),
	},
	"action reports:open": buttonFor("reports:open", "home"),
	"action reports:stats": buttonFor("reports:stats", "home"),
	"action reports:definitions": buttonFor("reports:definitions", "message"),
	"action reports:cohort": {
		takes: "uuid",
		act: (program) => ({
			type: "action",
			id: "reports:cohort",
			in: "modal",
			value: "01890a5d-ac96-774b-bcce-b302099a8057",
			meta: { program },
		}),
	},
	"action reports:summaryDefinitions": buttonFor(
		"reports:summaryDefinitions",
		"message",
	),
	"action reports:summaryCsv": buttonFor("reports:summaryCsv", "message"),
	"action reports:csv": buttonFor("reports:csv", "message"),
	"action reports:enrolled": buttonFor("reports:enrolled", "message"),
	"action reports:mentorships": buttonFor("reports:mentorships", "message"),
	"action reports:unreachable": buttonFor("reports:unreachable", "message"),
	"action reports:findPerson": inList("reports:findPerson", {
		type: "users_select",
		selected_user: "U0MENTEE",
	}),
	"action reports:everybody": inList("reports:everybody"),
	"action reports:requests": buttonFor("reports:requests", "message"),
	"action reports:more": turn("reports:more"),
	"action reports:earlier": turn("reports:earlier"),
};
