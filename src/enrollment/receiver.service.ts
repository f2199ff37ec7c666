import type { Receivers } from "../delivery/letter.ts";
import { usualWeeklyCap } from "../delivery/receiver.ts";
import { readWorkingHours } from "../workspaces/people.service.ts";
import { isPausedEverywhere } from "./enrollment.queries.ts";
import { readHours } from "./profile.ts";
import { findQuietTimes } from "./receivers.queries.ts";

/** When someone may be written to unasked, as they and their programs say. */
export const receivers: Receivers = {
	async find(trx, personId) {
		const [row, isPaused, quiet] = await Promise.all([
			readWorkingHours(trx, personId),
			isPausedEverywhere(trx, personId),
			findQuietTimes(trx, personId),
		]);
		return {
			hours: readHours(row),
			holidays: quiet.holidays,
			pausedUntil: isPaused ? "open" : null,
			snoozedUntil: quiet.snoozedUntil,
			weeklyCap: usualWeeklyCap,
		};
	},
};
