import type { Db } from "../db/database.ts";
import {
	dropDeliveries,
	retryDeliveries,
} from "../delivery/by-hand.queries.ts";
import { findDeliveries, listFailed } from "./deliveries.queries.ts";
import { formatDeliveries } from "./ledger-report.ts";
import { intentionOf, planAct, type Verb, warningsOf } from "./plan-act.ts";
import type { Terminal } from "./terminal.ts";

export type ActOptions = {
	verb: Verb;
	which: string[] | "failed";
	/** Lines to show of a list. */
	most: number;
	/** Do not ask. */
	yes: boolean;
};

/**
 * Shows what will be done, asks, and does it.
 *
 * @returns the exit code: 0 when all that was asked for was done
 */
export async function act(
	senderDb: Db,
	{ print, confirm }: Terminal,
	{ verb, which, most, yes }: ActOptions,
): Promise<number> {
	const found =
		which === "failed"
			? await listFailed(senderDb)
			: await findDeliveries(senderDb, which);
	const askedFor =
		which === "failed" ? found.map(({ deliveryId }) => deliveryId) : which;
	const { go, refused } = planAct(verb, found, askedFor);
	for (const { deliveryId, why } of refused.slice(0, most))
		print(`${deliveryId} ${why}.\n`);
	if (refused.length > most) print(`And ${refused.length - most} more.\n`);
	if (go.length === 0) {
		print(`There is nothing to ${verb}.\n`);
		return refused.length > 0 ? 1 : 0;
	}
	print(`${intentionOf(verb, go.length)}:\n${formatDeliveries(go, most)}`);
	for (const warning of warningsOf(verb, go)) print(`${warning}\n`);

	const confirmed = yes || (await confirm("Go on? [y/N] "));
	if (confirmed === null)
		print("Nobody is at a terminal to confirm it: add --yes to go on.\n");
	if (confirmed === false) print("Nothing was changed.\n");
	if (!confirmed) return 1;
	const apply = verb === "retry" ? retryDeliveries : dropDeliveries;
	const done = await apply(senderDb, go);
	print(verb === "retry" ? `Made due: ${done}.\n` : `Dropped: ${done}.\n`);
	const left = go.length - done;
	if (left > 0) print(`Changed meanwhile, and left alone: ${left}.\n`);
	return left + refused.length > 0 ? 1 : 0;
}
