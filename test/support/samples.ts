import {
	type Act,
	choice,
	type Place,
	people,
	type TypedForm,
} from "./requests-payloads.ts";

/** An entry point used as it is meant, with the id it takes, if any. */
export type Sample = {
	/** "uuid": an id of ours; "person": Slack's id of someone. */
	takes?: "uuid" | "person" | "topic";
	act: (id: string) => Act;
};

const command = (text: string): Sample => ({
	act: () => ({ type: "command", text }),
});

const button = (id: string, place: Place): Sample => ({
	act: () => ({ type: "action", id, in: place }),
});

/** A button whose value is an id. */
const buttonFor = (id: string, place: Place): Sample => ({
	takes: "uuid",
	act: (value) => ({ type: "action", id, in: place, value }),
});

const page = (name: string, form: TypedForm): Sample => ({
	act: () => ({ type: "view", id: `enrollment:save-${name}`, form }),
});

const joinForm = (topic?: string): TypedForm => ({
	role: choice("both"),
	wanted: topic ? [topic] : ["own:Kite flying"],
	offered: ["own:Juggling"],
	goal: "I want to fly higher",
	offer: "I keep five balls in the air",
});

const askForm: TypedForm = {
	ask: "Could I show you my kite?",
	goal: "A kite that stays up",
	duration: choice("one_talk"),
	why: "You know the wind",
	offer: null,
	recommendedBy: null,
	notMyManager: ["yes"],
	ready: ["yes"],
};

const user = {
	id: "U0STRANGER",
	name: "stranger",
	real_name: "Someone renamed",
	tz: "Europe/Lisbon",
	profile: { title: "Pilot" },
};

/** By type and id of the entry; the matrix fails for one that is missing. */
export const samples: Record<string, Sample> = {
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

	"action matching:accept": buttonFor("matching:accept", "message"),
	"action matching:decline": buttonFor("matching:decline", "message"),
	"action matching:withdraw": buttonFor("matching:withdraw", "home"),
	"action matching:read": buttonFor("matching:read", "home"),
	"action matching:find": button("matching:find", "home"),
	"action matching:more": {
		act: () => ({
			type: "action",
			id: "matching:more",
			value: JSON.stringify({ query: "testing", offset: 5 }),
		}),
	},
	"action matching:ask": buttonFor("matching:ask", "message"),
	"action matching:edit": buttonFor("matching:edit", "modal"),
	"view matching:joinAndAsk": {
		takes: "uuid",
		act: (mentor) => ({
			type: "view",
			id: "matching:joinAndAsk",
			form: joinForm(),
			meta: { mentor },
		}),
	},
	"view matching:preview": {
		takes: "uuid",
		act: (mentor) => ({
			type: "view",
			id: "matching:preview",
			form: askForm,
			meta: { mentor },
		}),
	},
	"view matching:send": {
		takes: "uuid",
		act: (mentor) => ({ type: "view", id: "matching:send", meta: { mentor } }),
	},

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
};
