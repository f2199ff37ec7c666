import { setTimeout as sleep } from "node:timers/promises";
import { withWorkspace } from "../src/db/database.ts";
import { insertOwed } from "../src/delivery/owe.queries.ts";
import { until } from "../test/support/until.ts";
import {
	type Arena,
	type Ground,
	openDeps,
	type Place,
} from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { ledgerAt, startDelivery } from "./support/ledger.ts";
import { noteTo } from "./support/notes.ts";
import { quantile, time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";
import { startSimulator } from "./support/simulator.ts";
import { onSystem } from "./support/system.ts";

/** Workspaces that are measured side by side, each one message at a time. */
const measured = 2;

type Scene = {
	name: string;
	/** Messages of less urgency that wait in each workspace that is measured. */
	beside: number;
	/** And in so many other workspaces. */
	elsewhere: { workspaces: number; each: number };
};

/** How soon a message for now is with Slack, whatever else is waiting. */
await runBench({
	latency: async (arena: Arena, small: boolean) => {
		const none = { workspaces: 0, each: 0 };
		const waiting = small ? 200 : 10_000;
		const spread = { workspaces: 50, each: waiting / 50 };
		const scenes: Scene[] = [
			{ name: "nothing else waits", beside: 0, elsewhere: none },
			{
				name: `${waiting} wait in the same workspace`,
				beside: waiting,
				elsewhere: none,
			},
			{
				name: `${waiting} wait in 50 others`,
				beside: 0,
				elsewhere: spread,
			},
		];
		const rows: (string | number)[][] = [];
		for (const scene of scenes)
			rows.push(await measure(arena, scene, small ? 8 : 200));
		printTable(
			"From the commit to the simulator's receipt, urgency now, one sender at the usual pace",
			["", "messages", "p50", "p99", "slowest", "still waiting"],
			rows,
		);
	},
});

async function measure(arena: Arena, scene: Scene, samples: number) {
	return onSystem(arena, ledgerAt(), async (system, ground) => {
		const each = samples / measured;
		const ours = await ground.addPlaces(measured, each);
		const crowds = await crowdsBeside(ground, ours, scene.beside);
		const { workspaces } = scene.elsewhere;
		const others = await ground.addPlaces(workspaces, 10);
		await system.enqueue(crowds, 10);
		await system.enqueue(others, scene.elsewhere.each / 10);
		await makeLessUrgent(ground);

		const slack = await startSimulator([...ours, ...crowds, ...others]);
		const deps = openDeps(ground.url, slack.apiUrl);
		const delivery = startDelivery(deps, ground.senderDb);
		const times = await Promise.all(ours.map((place) => sendTo(ground, place)));
		const [left] = await ground.query<{ count: number }>(
			"select count(*)::int as count from delivery where state = 'pending'",
		);
		await delivery.stop();
		await Promise.all([slack.stop(), deps.db.destroy()]);
		const all = times.flat();
		return [
			scene.name,
			all.length,
			...[0.5, 0.99, 1].map((part) => time(quantile(all, part))),
			left?.count ?? 0,
		];
	});
}

/** Other people of the same workspaces, enough for ten messages each. */
async function crowdsBeside(
	ground: Ground,
	ours: Place[],
	messages: number,
): Promise<Place[]> {
	const crowds: Place[] = [];
	for (const { workspaceId } of messages > 0 ? ours : [])
		crowds.push({
			workspaceId,
			people: await ground.addPeople(workspaceId, messages / 10),
		});
	return crowds;
}

/** As digests are, which wait for their turn behind what is for now. */
async function makeLessUrgent({ query }: Ground): Promise<void> {
	await query("update delivery set rank = 1");
	await query("update gate set rank = 1");
	await query("vacuum analyze");
}

/** A message to one after the other; milliseconds from commit to receipt. */
async function sendTo(
	{ deps, query }: Ground,
	{ workspaceId, people }: Place,
): Promise<number[]> {
	const times: number[] = [];
	for (const [index, personId] of people.entries()) {
		// Not in step with the sender's own looks.
		await sleep((index * 83) % 250);
		await withWorkspace(deps.db, workspaceId, (trx) =>
			insertOwed(trx, [noteTo(personId, personId)]),
		);
		const committed = Date.now();
		const receipt = await until(
			"a receipt",
			async () => {
				const [row] = await query<{ ts: string }>(
					`select message_ts as ts from delivery
						where workspace_id = $1 and person_id = $2 and state = 'sent'`,
					[workspaceId, personId],
				);
				return row?.ts;
			},
			30_000,
		);
		// The simulator's ts is the moment it took the message.
		times.push(Number(receipt) * 1000 - committed);
	}
	return times;
}
