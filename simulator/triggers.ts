import type { Ids } from "./ids.ts";

/** Who acted, and from which modal if from one. */
export type TriggerOrigin = {
	team: string;
	user: string;
	view: string | null;
};

export type Spent =
	| { ok: true; origin: TriggerOrigin }
	| {
			ok: false;
			error:
				| "invalid_trigger_id"
				| "expired_trigger_id"
				| "exchanged_trigger_id";
	  };

export type Triggers = {
	issue(origin: TriggerOrigin): string;
	/** A trigger opens one view; `team` is the caller's. */
	spend(trigger: string, team: string): Spent;
};

/** `lifetime`: milliseconds a trigger lives, 3000 as in Slack. */
export function createTriggers(
	now: () => number,
	ids: Ids,
	lifetime: number,
): Triggers {
	const issued = new Map<
		string,
		{ origin: TriggerOrigin; at: number; used: boolean }
	>();
	return {
		issue(origin) {
			const at = now();
			const trigger = `${at}.${ids.next("")}`.toLowerCase();
			issued.set(trigger, { origin, at, used: false });
			return trigger;
		},
		spend(trigger, team) {
			const found = issued.get(trigger);
			if (!found || found.origin.team !== team)
				return { ok: false, error: "invalid_trigger_id" };
			if (found.used) return { ok: false, error: "exchanged_trigger_id" };
			if (now() - found.at > lifetime)
				return { ok: false, error: "expired_trigger_id" };
			found.used = true;
			return { ok: true, origin: found.origin };
		},
	};
}
