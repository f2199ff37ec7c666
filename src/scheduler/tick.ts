import { type Logger, type ScheduledTask, schedule } from "node-cron";
import type { Deps } from "../deps.ts";
import { errorFacts } from "../log.ts";
import type { Job } from "./job.ts";

export type Tick = {
	/** Rings at once, and then at every full minute. */
	start(): void;
	/** Lets the running job finish, and begins no other. */
	stop(): Promise<void>;
	/** When the last tick ended; null before the first. */
	lastTick(): Date | null;
};

/**
 * The bell: every minute it runs the jobs, one after another. What there is to
 * do stands in Postgres; a minute without a bell only delays it, and the next
 * one finds it. Start throws when the process has a zone whose clocks change.
 */
export function createTick(options: { deps: Deps; jobs: Job[] }): Tick {
	const { deps, jobs } = options;
	let task: ScheduledTask | null = null;
	let running = Promise.resolve();
	let last: Date | null = null;
	let stopping = false;

	async function runJobs(): Promise<void> {
		for (const job of jobs) {
			if (stopping) return;
			await job.run(deps, deps.now()).catch((error) => {
				const facts = errorFacts(error);
				deps.log.error({ job: job.id, ...facts }, "a job failed");
			});
		}
		last = deps.now();
	}

	// The first bell and a full minute may come together: one waits.
	function ring(): Promise<void> {
		running = running.then(runJobs);
		return running;
	}

	return {
		start() {
			if (!keepsUtc())
				throw new Error(
					"The process must run in UTC, or the bell stays silent when clocks change: set TZ=UTC, as npm start does.",
				);
			task = schedule("* * * * *", ring, {
				timezone: "Etc/UTC",
				noOverlap: true,
				// A late bell rings late; without it a busy second loses a minute.
				missedExecutionTolerance: 59_999,
				logger: loggerFor(deps),
			});
			void ring();
		},
		async stop() {
			stopping = true;
			await task?.destroy();
			await running;
		},
		lastTick: () => last,
	};
}

/** Whether the local time of this process is UTC all year. */
function keepsUtc(): boolean {
	const months = Array.from({ length: 12 }, (_, month) => month);
	return months.every(
		(month) => new Date(2026, month, 15).getTimezoneOffset() === 0,
	);
}

/** What node-cron says goes to our log, not to the console. */
function loggerFor({ log }: Deps): Logger {
	return {
		info: (message) => log.info({ cron: message }),
		warn: (message) => log.warn({ cron: message }),
		error: (message) => log.error({ cron: String(message) }),
		debug: (message) => log.debug({ cron: String(message) }),
	};
}
