import { weightedTerms } from "../../src/programs/settings.ts";
import {
	choice,
	people,
	type Typed,
	type TypedForm,
} from "./requests-payloads.ts";
import { button, buttonFor, command, type Sample, user } from "./sample.ts";

/** A form about a program. */
const programForm = (
	name: string,
	form: TypedForm,
	meta: Record<string, string | null> = {},
): Sample => ({
	takes: "uuid",
	act: (program) => ({
		type: "view",
		id: `programs:${name}`,
		form,
		meta: { program, ...meta },
	}),
});

/** A page of a program's settings. */
const settings = (name: string, form: TypedForm): Sample =>
	programForm(`save-${name}`, form);

/** Of no program, so that one looks for it in vain. */
const nothing = "01890a5d-ac96-774b-bcce-b302099a8057";

/** A button in one of a program's forms. */
const settingsButton = (
	id: string,
	value: Typed = null,
	meta: Record<string, string> = {},
): Sample => ({
	takes: "uuid",
	act: (program) => ({
		type: "action",
		id,
		in: "modal",
		value,
		meta: { program, ...meta },
	}),
});

const proposedKinds = {
	page: "kinds",
	patch: JSON.stringify({ kinds: ["one_to_one"] }),
};

const channel = (id: string): Typed => ({
	type: "conversations_select",
	selected_conversation: id,
});

const date = (day: string): Typed => ({
	type: "datepicker",
	selected_date: day,
});

/** What managers do with a program. */
export const programSamples: Record<string, Sample> = {
	"command programs": command("programs"),
	"action programs:choose": buttonFor("programs:choose", "message"),
	"action programs:claim": buttonFor("programs:claim", "home"),
	"action programs:managers": buttonFor("programs:managers", "modal"),
	"view programs:addManager": {
		takes: "uuid",
		act: (program) => ({
			type: "view",
			id: "programs:addManager",
			form: { person: { type: "users_select", selected_user: user.id } },
			meta: { program },
		}),
	},
	"action programs:removeManager": settingsButton(
		"programs:removeManager",
		"01890a5d-ac96-774b-bcce-b302099a8057",
	),
	"action programs:stepDown": buttonFor("programs:stepDown", "message"),
	"action programs:history": buttonFor("programs:history", "modal"),
	"action programs:olderHistory": settingsButton(
		"programs:olderHistory",
		"01890a5d-ac96-774b-bcce-b302099a8057",
	),
	"action programs:newProgram": button("programs:newProgram", "modal"),
	"view programs:create": {
		act: () => ({
			type: "view",
			id: "programs:create",
			form: { name: "Mentoring for gliders" },
		}),
	},
	"command program": command("program"),
	"action programs:open": buttonFor("programs:open", "home"),
	"action programs:back": settingsButton("programs:back"),
	"action programs:openPage": settingsButton("programs:openPage", "rules"),
	"view programs:save-first": settings("first", {
		name: "Mentoring at Acme",
		channel: channel("C0GENERAL"),
	}),
	"view programs:save-basics": settings("basics", {
		name: "Mentoring at Acme",
		description: "For everybody",
	}),
	"view programs:save-join": settings("join", {
		guests: ["allowed"],
		departments: ["Sales"],
		locations: null,
	}),
	"view programs:save-kinds": settings("kinds", { kinds: ["one_to_one"] }),
	"view programs:save-defaults": settings("defaults", {
		rhythm: choice("weekly"),
		length: choice("45"),
		duration: choice("3"),
		capacity: choice("2"),
	}),
	"view programs:save-rules": settings("rules", {
		reportingLevels: choice("2"),
		department: choice("other"),
		location: choice("any"),
		overlapHours: choice("5"),
		leastAhead: choice("1"),
		mostAhead: choice("none"),
	}),
	"view programs:save-weights": settings(
		"weights",
		Object.fromEntries(weightedTerms.map((term) => [term, choice("less")])),
	),
	"view programs:save-replies": settings("replies", {
		remindAfterDays: choice("2"),
		closeAfterDays: choice("5"),
	}),
	"view programs:save-holidays": settings("holidays", {
		holidays: "2026-12-25 Christmas Day",
	}),
	"view programs:save-safeguarding": settings("safeguarding", {
		people: people("U0MENTEE"),
	}),
	"view programs:save-report": settings("report", {
		channel: channel("C0GENERAL"),
		every: choice("week"),
		weekday: choice("2"),
		time: { type: "timepicker", selected_time: "10:00" },
		zone: choice("Europe/Lisbon"),
	}),
	"view programs:confirm": {
		takes: "uuid",
		act: (program) => ({
			type: "view",
			id: "programs:confirm",
			meta: { program, ...proposedKinds },
		}),
	},
	"action programs:editPage": settingsButton(
		"programs:editPage",
		null,
		proposedKinds,
	),
	"options programs:departments": {
		act: () => ({ type: "options", id: "programs:departments", query: "" }),
	},
	"options programs:locations": {
		act: () => ({ type: "options", id: "programs:locations", query: "" }),
	},
	"options programs:zones": {
		act: () => ({ type: "options", id: "programs:zones", query: "lis" }),
	},
	"action programs:cohorts": buttonFor("programs:cohorts", "modal"),
	"action programs:backToCohorts": settingsButton("programs:backToCohorts"),
	"action programs:newCohort": settingsButton("programs:newCohort"),
	"action programs:editCohort": settingsButton("programs:editCohort", nothing),
	"view programs:save-cohort": programForm(
		"save-cohort",
		{
			name: "Kites of 2099",
			signupFrom: date("2099-01-01"),
			signupUntil: date("2099-01-31"),
			kickoffOn: date("2099-02-01"),
			endsOn: date("2099-07-31"),
		},
		{ cohort: null },
	),
	"action programs:removeCohort": settingsButton(
		"programs:removeCohort",
		nothing,
	),
	"action programs:takePart": buttonFor("programs:takePart", "home"),
	"action programs:stepOut": buttonFor("programs:stepOut", "home"),
	"action programs:topics": buttonFor("programs:topics", "modal"),
	"action programs:backToTopics": settingsButton("programs:backToTopics"),
	"action programs:addTopic": settingsButton("programs:addTopic"),
	"action programs:mergeTopic": settingsButton("programs:mergeTopic", nothing),
	"action programs:removeTopic": settingsButton(
		"programs:removeTopic",
		nothing,
	),
	"view programs:findTopic": programForm("findTopic", {
		topic: choice(nothing),
	}),
	"view programs:save-topic": programForm(
		"save-topic",
		{ name: "Kite flying", synonyms: "kites\nflying kites" },
		{ topic: null },
	),
	"view programs:chooseMerge": programForm(
		"chooseMerge",
		{ into: choice(nothing) },
		{ topic: nothing },
	),
	"view programs:mergeTopics": programForm(
		"mergeTopics",
		{},
		{ topic: nothing, into: nothing },
	),
	"action programs:healthByName": buttonFor("programs:healthByName", "modal"),
	"view programs:showHealth": programForm("showHealth", {}),
	"view programs:hideHealth": programForm("hideHealth", {}),
	"action programs:participation": buttonFor("programs:participation", "modal"),
	"view programs:save-participation": settings("participation", {
		lines: "We meet in working hours.",
	}),
};
