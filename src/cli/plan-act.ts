import { droppable, retryable } from "../delivery/by-hand.queries.ts";
import type { DeliveryRow } from "./deliveries.queries.ts";

export type Verb = "retry" | "drop";

export type ActPlan = {
	go: DeliveryRow[];
	refused: { deliveryId: string; why: string }[];
};

/** To which of the deliveries asked for it can be done, and why not to others. */
export function planAct(
	verb: Verb,
	found: DeliveryRow[],
	askedFor: string[],
): ActPlan {
	const known = new Map(found.map((row) => [row.deliveryId, row]));
	const plan: ActPlan = { go: [], refused: [] };
	for (const deliveryId of askedFor) {
		const row = known.get(deliveryId);
		const why = row ? obstacle(verb, row) : "is not known";
		if (row && why === null) plan.go.push(row);
		else plan.refused.push({ deliveryId, why: why ?? "" });
	}
	return plan;
}

function obstacle(verb: Verb, { state, stale }: DeliveryRow): string | null {
	const states = verb === "retry" ? retryable : droppable;
	if (!states.includes(state)) return `is ${state}`;
	if (verb === "retry" && stale)
		return "is stale: it would only be dropped again";
	return null;
}

/** What will happen, for whoever confirms it. */
export function intentionOf(verb: Verb, count: number): string {
	return verb === "retry"
		? `${count} will be sent again`
		: `${count} will be dropped and never sent`;
}

/** What they should think of; each a sentence. */
export function warningsOf(verb: Verb, go: DeliveryRow[]): string[] {
	if (verb === "drop") return [];
	const perhapsSaid = go.filter(
		({ state, reason }) =>
			state === "unknown" || reason === "may have been posted",
	).length;
	const behind = go.filter(({ stopped }) => stopped !== null).length;
	return [
		...(perhapsSaid > 0
			? [`${perhapsSaid} may have been posted already: perhaps said twice.`]
			: []),
		...(behind > 0
			? [`${behind} will wait: the workspace or conversation is stopped.`]
			: []),
	];
}
