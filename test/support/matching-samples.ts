import { boardSeats, seatValue } from "../../src/matching/board.ts";
import { searchValue } from "../../src/matching/search-button.ts";
import { choice, type Typed, type TypedForm } from "./requests-payloads.ts";
import { button, buttonFor, joinForm, type Sample, user } from "./sample.ts";

/** A tap on the page of next choices, behind oneself or someone else. */
const onChoices = (
	id: string,
	typed: (value: string) => Typed = (value) => value,
): Sample => ({
	takes: "uuid",
	act: (value) => ({
		type: "action",
		id,
		in: "modal",
		value: typed(value),
		form: { [`why:${value}`]: "They know kites" },
		meta: { mentor: value },
	}),
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

const day = 24 * 60 * 60_000;
const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10);

/** Asking, answering, waiting, and what follows. */
export const matchingSamples: Record<string, Sample> = {
	"action matching:accept": buttonFor("matching:accept", "message"),
	"action matching:decline": buttonFor("matching:decline", "message"),
	"action matching:declineRest": buttonFor("matching:declineRest", "message"),
	"action matching:tellMore": buttonFor("matching:tellMore", "message"),
	"view matching:question": {
		takes: "uuid",
		act: (request) => ({
			type: "view",
			id: "matching:question",
			form: { question: "How high should it fly?" },
			meta: { request },
		}),
	},
	"action matching:answerQuestion": buttonFor(
		"matching:answerQuestion",
		"message",
	),
	"view matching:reply": {
		takes: "uuid",
		act: (request) => ({
			type: "view",
			id: "matching:reply",
			form: { reply: "As high as the trees" },
			meta: { request },
		}),
	},
	"action matching:suggest": buttonFor("matching:suggest", "message"),
	"view matching:suggestColleague": {
		takes: "uuid",
		act: (request) => ({
			type: "view",
			id: "matching:suggestColleague",
			form: { colleague: { type: "users_select", selected_user: user.id } },
			meta: { request },
		}),
	},
	"action matching:away": button("matching:away", "message"),
	"view matching:setAway": {
		act: () => ({
			type: "view",
			id: "matching:setAway",
			form: { until: { type: "datepicker", selected_date: tomorrow } },
		}),
	},
	"action matching:available": button("matching:available", "message"),
	"action matching:withdraw": buttonFor("matching:withdraw", "home"),
	"action matching:withdrawList": buttonFor("matching:withdrawList", "home"),
	"action matching:read": buttonFor("matching:read", "home"),
	"action matching:find": button("matching:find", "home"),
	"action matching:more": {
		act: () => ({
			type: "action",
			id: "matching:more",
			value: JSON.stringify({ query: "testing", offset: 5 }),
		}),
	},
	"action matching:wait": {
		act: () => ({
			type: "action",
			id: "matching:wait",
			value: JSON.stringify({ query: "gliding", offset: 0 }),
		}),
	},
	"view matching:joinAndWait": {
		act: () => ({
			type: "view",
			id: "matching:joinAndWait",
			form: joinForm(),
			meta: {},
		}),
	},
	"action matching:stopWaiting": buttonFor("matching:stopWaiting", "home"),
	"action matching:pass": buttonFor("matching:pass", "message"),
	"action matching:ask": buttonFor("matching:ask", "message"),
	"action matching:edit": buttonFor("matching:edit", "modal"),
	"action matching:choices": buttonFor("matching:choices", "modal"),
	"options matching:addChoice": {
		act: () => ({ type: "options", id: "matching:addChoice", query: "m" }),
	},
	"action matching:addChoice": onChoices("matching:addChoice", choice),
	"action matching:moveChoiceUp": onChoices("matching:moveChoiceUp"),
	"action matching:removeChoice": onChoices("matching:removeChoice"),
	"view matching:saveChoices": {
		takes: "uuid",
		act: (mentor) => ({
			type: "view",
			id: "matching:saveChoices",
			form: { [`why:${mentor}`]: "They know kites", notMyManagers: ["yes"] },
			meta: { mentor },
		}),
	},
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
	...Object.fromEntries(
		boardSeats.map((seat): [string, Sample] => [
			`action matching:fill-${seat}`,
			{
				act: () => ({
					type: "action",
					id: `matching:fill-${seat}`,
					in: "home",
					value: searchValue({ query: seat, offset: 0 }),
				}),
			},
		]),
	),
	"action matching:chooseSeat": {
		takes: "uuid",
		act: (id) => ({
			type: "action",
			id: "matching:chooseSeat",
			in: "home",
			value: choice(seatValue(id, "industry")),
		}),
	},
	"action mentorships:stop": buttonFor("mentorships:stop", "home"),
	"action mentorships:undoStop": buttonFor("mentorships:undoStop", "modal"),
	"action mentorships:writeConcern": buttonFor(
		"mentorships:writeConcern",
		"modal",
	),
	"view mentorships:sendConcern": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "mentorships:sendConcern",
			form: { report: "The wind has changed" },
			meta: { mentorship, contact: mentorship },
		}),
	},
	"action mentorships:showConcern": buttonFor(
		"mentorships:showConcern",
		"home",
	),
	"action mentorships:readConcern": buttonFor(
		"mentorships:readConcern",
		"message",
	),
	"action mentorships:closeConcern": buttonFor(
		"mentorships:closeConcern",
		"message",
	),
	"action matching:invitePeer": buttonFor("matching:invitePeer", "modal"),
	"view matching:proposePeer": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "matching:proposePeer",
			form: { person: { type: "users_select", selected_user: user.id } },
			meta: { mentorship },
		}),
	},
	"action matching:agreePeer": buttonFor("matching:agreePeer", "message"),
	"action matching:dropPeer": buttonFor("matching:dropPeer", "home"),
	"action matching:joinPeers": buttonFor("matching:joinPeers", "message"),
	"action matching:declinePeers": buttonFor("matching:declinePeers", "home"),
};
