import type { Exchanges } from "../exchanges.ts";
import type { Faults } from "../faults.ts";
import type { AppAnswer, AppCall, Transport } from "./call.ts";

/**
 * Sends a call the way the app is connected, with the faults asked for, and
 * notes it in the list of exchanges.
 */
export function createSender(options: {
	faults: Faults;
	exchanges: Exchanges;
	now: () => number;
	/** The transport of this moment; null when the app has none. */
	transport: () => Transport | null;
}): Transport {
	const { faults, exchanges, now, transport } = options;

	async function once(call: AppCall): Promise<AppAnswer> {
		const before = now();
		const answer: AppAnswer = (await transport()?.(call)) ?? {
			ok: false,
			reason: "unreachable",
		};
		const took = `${Math.round(now() - before)} ms`;
		const outcome = answer.ok
			? `answered in ${took}`
			: `${answer.reason} after ${took}`;
		const what = call.retry ? `${call.what}, again` : call.what;
		exchanges.add("to app", what, outcome, call.team);
		return answer;
	}

	return async (call) => {
		const happening = { method: call.name, team: call.team };
		const late = faults.take(["late"], happening);
		if (late) await faults.hold(late);
		const first = once(call);
		if (faults.take(["duplicate"], happening)) await once(call);
		return first;
	};
}
