import { ungranted } from "../grants.ts";
import { fail } from "../notices.ts";
import { interactionBase } from "../payloads.ts";
import { checkSubmissionResponse } from "../rules/check.ts";
import type { Sim } from "../sim.ts";
import type { StoredView, TeamState } from "../state.ts";
import type { ActResult } from "../surface.ts";
import {
	createView,
	dropModal,
	modalsOf,
	replaceContent,
	stackLimit,
	topModal,
	viewObject,
} from "../views.ts";
import type { SlackUser } from "../world.ts";
import { fieldErrors, inputBlockIds } from "./fields.ts";

const trouble = "We had some trouble connecting. Try again?";

/** Someone submits the modal on top. */
export async function submit(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	viewId: string,
): Promise<ActResult> {
	const view = topModal(state, user.id);
	if (view?.id !== viewId)
		return fail(sim, state, user.id, "This is no longer there.");
	const refused = fieldErrors(view);
	if (Object.keys(refused).length > 0)
		return showErrors(sim, state, view, refused);

	const answer = await sim.callApp({
		type: "interactive",
		name: "view_submission",
		what: `view_submission ${String(view.sent.callback_id ?? "")}`.trim(),
		team: state.team.id,
		payload: {
			type: "view_submission",
			...interactionBase(sim, state, user),
			trigger_id: sim.triggers.issue({
				team: state.team.id,
				user: user.id,
				view: view.id,
			}),
			view: viewObject(sim, state, view),
			response_urls: [],
		},
	});
	if (!answer.ok) return fail(sim, state, user.id, trouble);
	const response = answer.body ?? {};
	const [problem] = [
		...checkSubmissionResponse(response, inputBlockIds(view)),
		...ungranted(sim, state, Object(response).view ?? {}),
	];
	if (problem) {
		sim.log(`answer to view_submission refused: ${problem.message}`);
		return fail(sim, state, user.id, trouble);
	}
	return follow(sim, state, view, response);
}

type Response = {
	response_action?: "errors" | "update" | "push" | "clear";
	errors?: Record<string, string>;
	view?: Record<string, unknown>;
};

/** Does to the stack what the app has answered; the rules have passed it. */
function follow(
	sim: Sim,
	state: TeamState,
	view: StoredView,
	response: Response,
): ActResult {
	const stack = modalsOf(state, view.owner);
	const { response_action, errors = {}, view: next = {} } = response;
	if (response_action === "clear") state.modals.set(view.owner, []);
	else if (!stack.includes(view)) return { ok: true };
	else if (response_action === "errors")
		return showErrors(sim, state, view, errors);
	else if (response_action === "update") replaceContent(sim, view, next);
	else if (response_action !== "push") dropModal(state, view);
	else if (stack.length >= stackLimit)
		return fail(sim, state, view.owner, trouble);
	else stack.push(createView(sim, view.owner, next, view));
	sim.changes.bump(state.team.id);
	return { ok: true };
}

function showErrors(
	sim: Sim,
	state: TeamState,
	view: StoredView,
	errors: Record<string, string>,
): ActResult {
	view.errors = errors;
	sim.changes.bump(state.team.id);
	const [first = ""] = Object.values(errors);
	return { ok: false, error: first };
}
