import { createCipher } from "../../src/db/cipher.ts";
import { openDatabase } from "../../src/db/database.ts";
import { planDigestsJob } from "../../src/delivery/plan-digests.job.ts";
import { receivers } from "../../src/enrollment/receiver.service.ts";
import { features } from "../../src/features.ts";
import { runSchedulesJob } from "../../src/scheduler/run-schedules.job.ts";
import { bareDeps } from "./bare-deps.ts";
import type { Running } from "./bot.ts";
import { runSql } from "./database.ts";

/** The key that `startBot` gives the bot. */
const botKeys = { current: "1", keys: { "1": Buffer.alloc(32, 7) } };

/**
 * What the bot's next minutes bring, at once: schedules of a kind come due,
 * are planned, and what is owed for today is sent. `now` as the bot has it.
 */
export async function ringBell(
	bot: Running,
	kind: string,
	now: Date,
): Promise<void> {
	const { databaseUrl } = bot;
	const db = openDatabase(databaseUrl, "mentor_app", { max: 2 });
	const senderDb = openDatabase(databaseUrl, "mentor_sender", { max: 2 });
	const { deps: bare, logged } = bareDeps(db);
	const deps = { ...bare, cipher: createCipher(botKeys), now: () => now };
	const kinds = new Map(
		features.flatMap(({ schedules = {} }) => Object.entries(schedules)),
	);
	try {
		await runSql(
			databaseUrl,
			`update schedule set next_at = now() where kind = '${kind}'`,
		);
		await runSchedulesJob({ senderDb, kinds }).run(deps, now);
		await planDigestsJob({ senderDb, receivers }).run(deps, now);
		if (logged.length > 0) throw new Error(JSON.stringify(logged));
	} finally {
		await Promise.all([db.destroy(), senderDb.destroy()]);
	}
}

/** The last Wednesday at noon, UTC: in Europe and Africa people work then. */
export function workday(today = new Date()): Date {
	const noon = new Date(today);
	noon.setUTCHours(12, 0, 0, 0);
	const sinceWednesday = (noon.getUTCDay() + 4) % 7 || 7;
	return new Date(noon.getTime() - sinceWednesday * 24 * 3_600_000);
}
