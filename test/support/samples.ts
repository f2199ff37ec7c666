import { agendaSamples } from "./agenda-samples.ts";
import { checkinSamples } from "./checkin-samples.ts";
import { goalSamples } from "./goal-samples.ts";
import { introductionSamples } from "./introduction-samples.ts";
import { matchingSamples } from "./matching-samples.ts";
import { meetingSamples } from "./meeting-samples.ts";
import { mentorshipSamples } from "./mentorship-samples.ts";
import { programSamples } from "./program-samples.ts";
import { reportSamples } from "./report-samples.ts";
import { choice, people, type TypedForm } from "./requests-payloads.ts";
import {
	button,
	buttonFor,
	command,
	joinForm,
	type Sample,
	user,
} from "./sample.ts";

const page = (name: string, form: TypedForm): Sample => ({
	act: () => ({ type: "view", id: `enrollment:save-${name}`, form }),
});

/** By type and id of the entry; the matrix fails for one that is missing. */
export const samples: Record<string, Sample> = {
	...matchingSamples,
	...goalSamples,
	...agendaSamples,
	...checkinSamples,
	...introductionSamples,
	...meetingSamples,
	...mentorshipSamples,
	...programSamples,
	...reportSamples,
	"command ": command(""),
	"command help": command("help"),
	"command find": command("find testing"),
	"command ask": {
		takes: "person",
		act: (id) => ({ type: "command", text: `ask <@${id}|someone>` }),
	},
	"command join": command("join"),
	"command profile": command("profile"),
	"command pause": command("pause"),
	"command resume": command("resume"),
	"command leave": command("leave"),
	"event app_home_opened": {
		act: () => ({
			type: "event",
			event: { type: "app_home_opened", tab: "home", channel: "D0SOMEONE" },
		}),
	},
	"event user_change": {
		act: () => ({ type: "event", event: { type: "user_change", user } }),
	},
	"event team_join": {
		act: () => ({ type: "event", event: { type: "team_join", user } }),
	},
	"event app_uninstalled": {
		act: () => ({ type: "event", event: { type: "app_uninstalled" } }),
	},
	"event tokens_revoked": {
		act: () => ({
			type: "event",
			event: { type: "tokens_revoked", tokens: { bot: ["U0MENTOR"] } },
		}),
	},
	"action workspaces:directory": buttonFor("workspaces:directory", "modal"),
	"action workspaces:export": {
		takes: "uuid",
		act: (program) => ({
			type: "action",
			id: "workspaces:export",
			in: "modal",
			meta: { program },
		}),
	},
	"view workspaces:checkImport": {
		takes: "uuid",
		act: (program) => ({
			type: "view",
			id: "workspaces:checkImport",
			form: { pasted: "slack_id,level\nU0MENTEE,3" },
			meta: { program },
		}),
	},
	"view workspaces:confirmImport": {
		takes: "uuid",
		act: (id) => ({
			type: "view",
			id: "workspaces:confirmImport",
			meta: { import: id },
		}),
	},
	"action workspaces:openImport": buttonFor("workspaces:openImport", "message"),
	"view enrollment:join": {
		takes: "topic",
		act: (topic) => ({
			type: "view",
			id: "enrollment:join",
			form: joinForm(topic),
		}),
	},
	"action enrollment:chooseRole": {
		takes: "topic",
		act: (topic) => ({
			type: "action",
			id: "enrollment:chooseRole",
			in: "modal",
			value: choice("both"),
			form: joinForm(topic),
			meta: { id: "enrollment:join" },
		}),
	},
	"options enrollment:topics": {
		act: () => ({ type: "options", id: "enrollment:topics", query: "zq" }),
	},
	"action enrollment:noContact": button("enrollment:noContact", "message"),
	"action enrollment:contactAgain": button(
		"enrollment:contactAgain",
		"message",
	),
	"command suggest": {
		takes: "person",
		act: (id) => ({ type: "command", text: `suggest <@${id}|x> kites` }),
	},
	"view enrollment:nominate": {
		takes: "person",
		act: (id) => ({
			type: "view",
			id: "enrollment:nominate",
			form: {
				person: { type: "users_select", selected_user: id },
				topic: choice("own:Kites"),
				why: "Steady hands",
				saysWho: ["yes"],
			},
		}),
	},
	"action enrollment:joinNominated": buttonFor(
		"enrollment:joinNominated",
		"message",
	),
	"action enrollment:declineNomination": buttonFor(
		"enrollment:declineNomination",
		"message",
	),
	"view enrollment:joinFromNomination": {
		takes: "uuid",
		act: (nomination) => ({
			type: "view",
			id: "enrollment:joinFromNomination",
			form: joinForm(),
			meta: { nomination },
		}),
	},
	"action enrollment:startJoin": button("enrollment:startJoin", "home"),
	"action enrollment:pause": button("enrollment:pause", "home"),
	"action enrollment:resume": button("enrollment:resume", "home"),
	"action enrollment:leave": button("enrollment:leave", "message"),
	"action enrollment:openProfile": button("enrollment:openProfile", "home"),
	"action enrollment:openPage": {
		act: () => ({
			type: "action",
			id: "enrollment:openPage",
			in: "modal",
			value: "mentor",
		}),
	},
	"view enrollment:save-topics": {
		takes: "topic",
		act: (topic) => ({
			type: "view",
			id: "enrollment:save-topics",
			form: { wanted: [topic], offered: ["own:Juggling"] },
		}),
	},
	"view enrollment:save-levels": {
		takes: "topic",
		act: (topic) => ({
			type: "view",
			id: "enrollment:save-levels",
			form: { [`wanted:${topic}`]: choice("3") },
		}),
	},
	"view enrollment:save-mentee": page("mentee", {
		goal: "Another goal",
		kindsWanted: ["flash"],
	}),
	"view enrollment:save-mentor": page("mentor", {
		offer: "Another offer",
		helpsNotWith: "Rain",
		moves: "from kites to gliders",
		kindsOffered: ["one_to_one"],
		capacity: choice("2"),
	}),
	"view enrollment:save-rhythm": page("rhythm", {
		rhythm: choice("weekly"),
		length: choice("45"),
		format: choice("video"),
		languages: ["en", "pt"],
		feedback: choice("direct"),
		plan: null,
		medium: null,
	}),
	"view enrollment:save-hours": page("hours", {
		start: "08:00",
		end: "16:00",
		days: ["1", "2", "3"],
	}),
	"view enrollment:save-never": {
		takes: "person",
		act: (id) => ({
			type: "view",
			id: "enrollment:save-never",
			form: { never: people(id) },
		}),
	},
	"action enrollment:joinProgram": buttonFor(
		"enrollment:joinProgram",
		"message",
	),
	"action enrollment:agree": buttonFor("enrollment:agree", "home"),
	"action enrollment:leaveProgram": buttonFor(
		"enrollment:leaveProgram",
		"home",
	),
};
