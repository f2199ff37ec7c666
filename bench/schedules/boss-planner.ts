// The same replica on pg-boss: takes due jobs, and in one transaction makes a
// message and the next due job of each.
import { fromKysely } from "pg-boss";
import { openBoss } from "../support/boss.ts";
import { nextPeriod, queues } from "./period.ts";

type Task = { workspaceId: string; personId: string };

const [url = ""] = process.argv.slice(2);
const { client, db, close } = await openBoss(url);

function planBatch(): Promise<number> {
	return db.transaction().execute(async (trx) => {
		const options = { db: fromKysely(trx) };
		const jobs = await client.fetch<Task>(queues.due, {
			batchSize: 1_000,
			...options,
		});
		if (jobs.length === 0) return 0;
		const startAfter = nextPeriod(new Date());
		const notes = jobs.map(({ data }) => ({ data }));
		await client.insert(queues.notes, notes, options);
		await client.insert(
			queues.due,
			notes.map((note) => ({ ...note, startAfter })),
			options,
		);
		const ids = jobs.map(({ id }) => id);
		await client.complete(queues.due, ids, null, options);
		return jobs.length;
	});
}

while ((await planBatch()) > 0);
await close();
