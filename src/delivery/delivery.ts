import { errorFacts } from "../log.ts";
import { createHomePublisher, type DrawHome } from "./home-publisher.ts";
import { type Loop, startLoop } from "./loop.ts";
import { createReconciler } from "./reconciler.ts";
import { createSender, type SenderOptions } from "./sender.ts";
import { expireLeases } from "./settle.queries.ts";
import { assertSafe } from "./timing.ts";

export type DeliveryOptions = SenderOptions & {
	lookupsPerMinute: number;
	drawHome: DrawHome;
};

export type Delivery = {
	start(): void;
	/** Begins nothing more, finishes what is on its way. */
	stop(): Promise<void>;
};

/** Sender, reaper, reconciler and Home, each a loop of its own. */
export function createDelivery(options: DeliveryOptions): Delivery {
	const { deps, senderDb, timing } = options;
	assertSafe(timing);
	const sender = createSender(options);
	const reconciler = createReconciler(options);
	const homes = createHomePublisher(options, options.drawHome);
	const loops: Loop[] = [];

	function loop(
		name: string,
		round: () => Promise<number>,
		idleMs: () => number,
	) {
		const onError = (error: unknown) => {
			deps.log.error({ loop: name, ...errorFacts(error) }, "a round failed");
		};
		loops.push(startLoop(round, { idleMs, onError }));
	}

	return {
		start() {
			loop("sender", sender.round, sender.idleMs);
			loop("reconciler", reconciler.round, () => timing.idleMs * 2);
			loop("homes", homes.round, () => timing.idleMs * 5);
			loop(
				"reaper",
				async () => {
					await expireLeases(senderDb, timing);
					return 0;
				},
				() => timing.idleMs * 5,
			);
		},
		async stop() {
			await Promise.all([
				...loops.map((running) => running.stop()),
				sender.drain(),
			]);
		},
	};
}
