import type { TypedForm } from "./requests-payloads.ts";
import { button, buttonFor, command, type Sample } from "./sample.ts";

const day = 24 * 60 * 60_000;
const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10);

const goalForm: TypedForm = {
	text: "Land where I want to",
	measure: "Three times in a row",
	dueOn: { type: "datepicker", selected_date: tomorrow },
	steps: "Read about wind\nTry a small field",
};

/** A form about a goal. */
const aboutGoal = (id: string, form: TypedForm): Sample => ({
	takes: "uuid",
	act: (goal) => ({ type: "view", id, form, meta: { goal, page: "list" } }),
});

/** A button of the first step of a goal. */
const stepButton = (id: string): Sample => ({
	takes: "uuid",
	act: (goal) => ({ type: "action", id, in: "home", value: `${goal}:1` }),
});

/** What someone wants to reach, and what they do to it. */
export const goalSamples: Record<string, Sample> = {
	"command goals": command("goals"),
	"action goals:list": button("goals:list", "home"),
	"action goals:add": button("goals:add", "home"),
	"view goals:create": {
		act: () => ({ type: "view", id: "goals:create", form: goalForm }),
	},
	"action goals:open": buttonFor("goals:open", "message"),
	"action goals:edit": buttonFor("goals:edit", "message"),
	"view goals:save": aboutGoal("goals:save", goalForm),
	"action goals:stepDone": stepButton("goals:stepDone"),
	"action goals:stepUndone": stepButton("goals:stepUndone"),
	"action goals:at-none": buttonFor("goals:at-none", "home"),
	"action goals:at-quarter": buttonFor("goals:at-quarter", "home"),
	"action goals:at-half": buttonFor("goals:at-half", "home"),
	"action goals:at-threeQuarters": buttonFor("goals:at-threeQuarters", "home"),
	"action goals:at-all": buttonFor("goals:at-all", "home"),
	"action goals:reach": buttonFor("goals:reach", "message"),
	"action goals:letGo": buttonFor("goals:letGo", "message"),
	"view goals:confirmLetGo": aboutGoal("goals:confirmLetGo", {
		why: "The wind has turned",
	}),
	"action goals:reopen": buttonFor("goals:reopen", "message"),
	"action goals:askLess": buttonFor("goals:askLess", "message"),
	"action goals:stillOn": buttonFor("goals:stillOn", "message"),
	"action goals:shared": buttonFor("goals:shared", "home"),
	"action goals:read": buttonFor("goals:read", "home"),
};
