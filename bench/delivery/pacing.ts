import type { Arena } from "../support/arena.ts";
import { createPosts } from "../support/fake-slack.ts";
import { printTable } from "../support/head.ts";
import { ledgerAt } from "../support/ledger.ts";
import {
	largestBurst,
	quantile,
	smallestGap,
	time,
} from "../support/numbers.ts";
import { onSystem } from "../support/system.ts";

const perSecond = 4;
const replicas = 4;
const people = 10;

/** Full lanes and several senders: do gaps and rates hold at every moment? */
export async function benchPacing(
	arena: Arena,
	{ workspaces, each }: { workspaces: number; each: number },
): Promise<void> {
	const { places, times, claims } = await onSystem(
		arena,
		ledgerAt({ perSecond }),
		async (system, ground) => {
			const places = await ground.addPlaces(workspaces, people);
			await system.enqueue(places, each);
			await ground.query("analyze");
			const posts = createPosts(places, each);
			const senders = Array.from({ length: replicas }, () =>
				system.work(posts),
			);
			await posts.done;
			await Promise.all(senders.map((sender) => sender.stop()));
			const claims = await ground.query<{ id: string; at: Date[] }>(
				`select workspace_id as id, array_agg(claimed_at) as at
					from delivery group by workspace_id`,
			);
			return { places, times: posts.times, claims };
		},
	);
	const gaps = [...times.values()].map(smallestGap);
	const lanes = places.map(({ people }) =>
		people.flatMap((personId) => times.get(personId) ?? []),
	);
	const bursts = lanes.map((lane) => largestBurst(lane, 1_000));
	const claimed = claims.map(({ at }) =>
		largestBurst(
			at.map((it) => it.getTime()),
			1_000,
		),
	);
	const rates = lanes.map(
		(lane) =>
			((lane.length - 1) * 1000) / (Math.max(...lane) - Math.min(...lane)),
	);
	const spread = (numbers: number[], show: (it: number) => string) =>
		[0, 0.5, 1].map((part) => show(quantile(numbers, part)));
	printTable(
		`Pacing: ${workspaces} workspaces, ${people} people with ${each} messages each, ${replicas} senders`,
		["", "wanted", "least", "median", "most"],
		[
			["smallest gap in a conversation", "over 1 s", ...spread(gaps, time)],
			[
				"most of a workspace in any second, claimed",
				String(perSecond),
				...spread(claimed, String),
			],
			[
				"and posted, at the network's whim",
				String(perSecond),
				...spread(bursts, String),
			],
			[
				"messages a second of a workspace, at length",
				String(perSecond),
				...spread(rates, (it) => it.toFixed(2)),
			],
		],
	);
}
