import { type Db, withWorkspace } from "../../src/db/database.ts";
import { createDelivery, type Delivery } from "../../src/delivery/delivery.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { type Timing, usualTiming } from "../../src/delivery/timing.ts";
import type { Deps } from "../../src/deps.ts";
import { receivers } from "../../src/enrollment/receiver.service.ts";
import { addresses } from "../../src/mentorships/addresses.service.ts";
import { noteKinds, notesFor } from "./notes.ts";
import type { OpenSystem } from "./system.ts";

export type Pace = { perSecond?: number; timing?: Partial<Timing> };

/** As fast as it goes: neither a workspace's rate nor a conversation's gap. */
export const unpaced: Pace = { perSecond: 1000, timing: { gapSeconds: 0 } };

/** Our own, as the app puts it together, at this pace or the usual. */
export function ledgerAt(pace: Pace = {}): OpenSystem {
	return async ({ deps, senderDb }) => ({
		name: "ledger",
		async enqueue(places, each) {
			for (const place of places)
				await withWorkspace(deps.db, place.workspaceId, (trx) =>
					insertOwed(trx, notesFor(place, each)),
				);
		},
		work: ({ clients }) =>
			startDelivery({ ...deps, slack: clients }, senderDb, pace),
		close: async () => {},
	});
}

export function startDelivery(
	deps: Deps,
	senderDb: Db,
	{ perSecond = 4, timing = {} }: Pace = {},
): Delivery {
	const delivery = createDelivery({
		deps,
		senderDb,
		addresses,
		receivers,
		kinds: noteKinds,
		drawHome: async () => null,
		timing: { ...usualTiming, ...timing },
		perSecond,
		lookupsPerMinute: 20,
	});
	delivery.start();
	return delivery;
}
