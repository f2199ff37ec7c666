import { ungranted } from "../grants.ts";
import { findUser } from "../people.ts";
import { checkView } from "../rules/check.ts";
import type { StoredView } from "../state.ts";
import type { TriggerOrigin } from "../triggers.ts";
import {
	createView,
	findView,
	modalsOf,
	replaceContent,
	stackLimit,
	viewObject,
} from "../views.ts";
import {
	type Call,
	insist,
	type Method,
	refusal,
	required,
	SlackError,
	text,
} from "./method.ts";

const mostBytes = 250_000;

function viewGiven(call: Call, type: "modal" | "home") {
	const { args, state, sim } = call;
	const { view } = args;
	if (typeof view !== "object" || view === null || Array.isArray(view))
		throw refusal("invalid_arguments", ["missing required field: view"]);
	if (Buffer.byteLength(JSON.stringify(view)) > mostBytes)
		throw new SlackError("view_too_large");
	insist(checkView(view));
	insist(ungranted(sim, state, view));
	const sent: Record<string, unknown> = { ...view };
	if (sent.type !== type)
		throw refusal("invalid_arguments", [
			`unsupported type: ${String(sent.type)} [json-pointer:/view/type]`,
		]);
	const named = typeof sent.external_id === "string" ? sent.external_id : "";
	const other = named ? findView(state, { external: named }) : undefined;
	return { sent, other };
}

function insistOnNewName(other: StoredView | undefined, self?: StoredView) {
	if (other && other !== self) throw new SlackError("duplicate_external_id");
}

function spendTrigger({ sim, state, args }: Call): TriggerOrigin {
	const trigger = required(args, "trigger_id");
	const spent = sim.triggers.spend(trigger, state.team.id);
	if (!spent.ok) throw new SlackError(spent.error);
	return spent.origin;
}

function insistOnHash({ args }: Call, view: StoredView | undefined) {
	const hash = text(args, "hash");
	if (hash !== undefined && view && hash !== view.hash)
		throw new SlackError("hash_conflict");
}

function changed({ sim, state }: Call, view: StoredView) {
	sim.changes.bump(state.team.id);
	return { view: viewObject(sim, state, view) };
}

/** A view opened while others are open takes their place. */
export const viewsOpen: Method = {
	needs: [],
	perMinute: 100,
	run(call) {
		const { sim, state } = call;
		const { sent, other } = viewGiven(call, "modal");
		insistOnNewName(other);
		const { user } = spendTrigger(call);
		const view = createView(sim, user, sent);
		state.modals.set(user, [view]);
		return changed(call, view);
	},
};

export const viewsPush: Method = {
	needs: [],
	perMinute: 100,
	run(call) {
		const { sim, state } = call;
		const { sent, other } = viewGiven(call, "modal");
		insistOnNewName(other);
		const { user, view: from } = spendTrigger(call);
		const stack = modalsOf(state, user);
		const top = stack.at(-1);
		if (from === null || !top) throw new SlackError("not_found");
		if (stack.length >= stackLimit) throw new SlackError("push_limit_reached");
		const view = createView(sim, user, sent, top);
		stack.push(view);
		return changed(call, view);
	},
};

export const viewsUpdate: Method = {
	needs: [],
	perMinute: 100,
	run(call) {
		const { sim, state, args } = call;
		const { sent, other } = viewGiven(call, "modal");
		const view = findView(state, {
			id: text(args, "view_id"),
			external: text(args, "external_id"),
		});
		if (view?.type !== "modal") throw new SlackError("not_found");
		insistOnNewName(other, view);
		insistOnHash(call, view);
		replaceContent(sim, view, sent);
		return changed(call, view);
	},
};

export const viewsPublish: Method = {
	needs: [],
	perMinute: 100,
	run(call) {
		const { sim, state, args } = call;
		const { sent, other } = viewGiven(call, "home");
		const user = required(args, "user_id");
		if (!findUser(sim.world, state, user))
			throw new SlackError("user_not_found");
		const before = state.homes.get(user);
		insistOnNewName(other, before);
		insistOnHash(call, before);
		if (before) replaceContent(sim, before, sent);
		const view = before ?? createView(sim, user, sent);
		state.homes.set(user, view);
		return changed(call, view);
	},
};
