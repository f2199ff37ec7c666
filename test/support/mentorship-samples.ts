import { choice, type TypedForm } from "./requests-payloads.ts";
import { buttonFor, command, type Sample } from "./sample.ts";

/** A form about a mentorship. */
const aboutOne = (id: string, form: TypedForm): Sample => ({
	takes: "uuid",
	act: (mentorship) => ({ type: "view", id, form, meta: { mentorship } }),
});

const agreementForm = {
	helps: "Landing",
	helpsNot: "Rain",
	rhythm: choice("weekly"),
	length: choice("45"),
	format: choice("video"),
	reach: "In our group conversation",
	months: choice("4"),
};

/** The life of a mentorship, part by part. */
export const mentorshipSamples: Record<string, Sample> = {
	"action mentorships:open": buttonFor("mentorships:open", "home"),
	"action mentorships:goOn": buttonFor("mentorships:goOn", "message"),
	"action mentorships:notOn": buttonFor("mentorships:notOn", "modal"),
	"action mentorships:thank": buttonFor("mentorships:thank", "message"),
	"action mentorships:leaveGroup": buttonFor("mentorships:leaveGroup", "modal"),
	"action mentorships:closeGroup": buttonFor("mentorships:closeGroup", "modal"),
	"action mentorships:openGroup": buttonFor("mentorships:openGroup", "modal"),
	"command external": command("external"),
	"view mentorships:beginExternal": {
		act: () => ({
			type: "view",
			id: "mentorships:beginExternal",
			form: {
				name: "Someone outside",
				about: "Sailing",
				rhythm: choice("monthly"),
				months: choice("6"),
				goal: "I want to sail",
			},
		}),
	},
	"command agreement": command("agreement"),
	"action mentorships:agreement": buttonFor("mentorships:agreement", "home"),
	"action mentorships:versions": buttonFor("mentorships:versions", "modal"),
	"action mentorships:sign": buttonFor("mentorships:sign", "message"),
	"action mentorships:editAgreement": buttonFor(
		"mentorships:editAgreement",
		"modal",
	),
	"action mentorships:keepAgreement": {
		takes: "uuid",
		act: (agreement) => ({
			type: "action",
			id: "mentorships:keepAgreement",
			in: "modal",
			value: choice("weekly"),
			form: agreementForm,
			meta: { agreement },
		}),
	},
	"view mentorships:saveAgreement": {
		takes: "uuid",
		act: (agreement) => ({
			type: "view",
			id: "mentorships:saveAgreement",
			form: agreementForm,
			meta: { agreement },
		}),
	},
	"action mentorships:halfway": buttonFor("mentorships:halfway", "message"),
	"action mentorships:skipHalfway": buttonFor(
		"mentorships:skipHalfway",
		"message",
	),
	"view mentorships:saveHalfway": aboutOne("mentorships:saveHalfway", {
		keep: "Walking while we talk",
		stop: "Moving the meeting",
		start: "Writing things down",
	}),
	"action mentorships:openThanks": buttonFor(
		"mentorships:openThanks",
		"message",
	),
	"view mentorships:sendThanks": aboutOne("mentorships:sendThanks", {
		words: "That was a good hour",
	}),
	"action mentorships:pause": buttonFor("mentorships:pause", "home"),
	"view mentorships:confirmPause": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "view",
			id: "mentorships:confirmPause",
			form: { length: choice("open"), until: null },
			meta: { mentorship },
		}),
	},
	"action mentorships:resume": buttonFor("mentorships:resume", "message"),
	"action mentorships:wait": buttonFor("mentorships:wait", "message"),
	"command end": command("end"),
	"action mentorships:end": buttonFor("mentorships:end", "home"),
	"action mentorships:endNow": buttonFor("mentorships:endNow", "modal"),
	"view mentorships:close": aboutOne("mentorships:close", {}),
	"view mentorships:confirmEnd": aboutOne("mentorships:confirmEnd", {
		reason: choice("time"),
	}),
	"action mentorships:lookBack": buttonFor("mentorships:lookBack", "message"),
	"action mentorships:keepLookBack": {
		takes: "uuid",
		act: (mentorship) => ({
			type: "action",
			id: "mentorships:keepLookBack",
			in: "modal",
			value: ["stories"],
			form: { learned: "To wait for the wind" },
			meta: { mentorship },
		}),
	},
	"view mentorships:saveLookBack": aboutOne("mentorships:saveLookBack", {
		helped: ["stories"],
		helpedWords: "The one about the storm",
		learned: "To wait for the wind",
		ownWords: "I flew",
		thanks: "Thank you for the wings",
		quote: "The wind was kind",
	}),
	"view mentorships:choose": aboutOne("mentorships:choose", {
		ending: choice("informal"),
	}),
	"command story": command("story"),
	"action mentorships:story": buttonFor("mentorships:story", "message"),
	"action mentorships:withdrawQuote": buttonFor(
		"mentorships:withdrawQuote",
		"modal",
	),
	"action mentorships:storyFile": buttonFor("mentorships:storyFile", "modal"),
	"action mentorships:becomeMentor": buttonFor(
		"mentorships:becomeMentor",
		"message",
	),
};
