import type { Receivers } from "../delivery/letter.ts";
import { usualWeeklyCap } from "../delivery/receiver.ts";
import { readWorkingHours } from "../workspaces/people.service.ts";
import { isPausedEverywhere } from "./enrollment.queries.ts";
import { readHours } from "./profile.ts";

/** When someone may be written to unasked, as their own profile says. */
export const receivers: Receivers = {
	async find(trx, personId) {
		const row = await readWorkingHours(trx, personId);
		return {
			hours: readHours(row),
			holidays: [],
			pausedUntil: (await isPausedEverywhere(trx, personId)) ? "open" : null,
			snoozedUntil: null,
			weeklyCap: usualWeeklyCap,
		};
	},
};
