/**
 * What can go wrong, and when. To the Web API: "429", "500", "error" and
 * "hang" come before anything is done; "500 after", "hang after", "drop after"
 * and "internal_error" come though it was done. To the app: "duplicate" sends
 * a call twice, "late" holds it back.
 */
export type FaultKind =
	| "429"
	| "500"
	| "error"
	| "hang"
	| "500 after"
	| "hang after"
	| "drop after"
	| "internal_error"
	| "duplicate"
	| "late";

export type Fault = {
	kind: FaultKind;
	/**
	 * A Web API method ("chat.postMessage"), "upload" or "download" of a file's
	 * bytes; for "duplicate" and "late" the type of a call to the app
	 * ("user_change", "block_actions", "command"), or "file_share" for the
	 * message that brings a file which was uploaded.
	 */
	method?: string;
	/** A team id. */
	team?: string;
	/** The `channel` argument as the app sent it. */
	channel?: string;
	/** How often it strikes, once if left out. */
	times?: number;
	/** Seconds, for "429"; 1 if left out. */
	retryAfter?: number;
	/** Slack's code, for "error"; "fatal_error" if left out. */
	error?: string;
	/** Milliseconds a "late" call is held; until `release` if left out. */
	delayMs?: number;
};

export type Happening = {
	method: string;
	team: string | undefined;
	channel?: string | undefined;
};

export type Faults = {
	add(fault: Fault): void;
	/** Forgets the faults that are left and lets go what is held. */
	clear(): void;
	/** Lets "late" calls go on their way. */
	release(): void;
	/** The next fault of these kinds that fits, counted as used. */
	take(kinds: FaultKind[], happening: Happening): Fault | undefined;
	/** Resolves when a "late" call may go. */
	hold(fault: Fault): Promise<void>;
};

export function createFaults(): Faults {
	let faults: { fault: Fault; left: number }[] = [];
	const held = new Set<() => void>();

	function release() {
		for (const letGo of held) letGo();
		held.clear();
	}
	return {
		add(fault) {
			faults.push({ fault, left: fault.times ?? 1 });
		},
		clear() {
			faults = [];
			release();
		},
		release,
		take(kinds, { method, team, channel }) {
			const hit = faults.find(
				({ fault }) =>
					kinds.includes(fault.kind) &&
					(fault.method ?? method) === method &&
					(fault.team ?? team) === team &&
					(fault.channel ?? channel) === channel,
			);
			if (!hit) return undefined;
			hit.left -= 1;
			faults = faults.filter(({ left }) => left > 0);
			return hit.fault;
		},
		hold(fault) {
			return new Promise((resolve) => {
				held.add(resolve);
				if (fault.delayMs === undefined) return;
				const timer = setTimeout(() => {
					held.delete(resolve);
					resolve();
				}, fault.delayMs);
				timer.unref();
			});
		},
	};
}
