import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createDelivery, type Delivery } from "../../src/delivery/delivery.ts";
import { usualTiming } from "../../src/delivery/timing.ts";
import { colleagueId } from "../support/ledger.ts";
import {
	openPostOffice,
	owe,
	type PostOffice,
} from "../support/post-office.ts";
import { until } from "../support/until.ts";

const people = 4;
const perSecond = 4;
let office: PostOffice;
let workers: Delivery[];
beforeAll(async () => {
	office = await openPostOffice(people);
	workers = [1, 2].map(() =>
		createDelivery({
			...office.options,
			timing: usualTiming,
			perSecond,
			lookupsPerMinute: 20,
			drawHome: async () => null,
		}),
	);
});
afterAll(async () => {
	await Promise.all(workers.map((worker) => worker.stop()));
	await office.close();
});

/** When this person's messages arrived, in seconds, by Slack's clock. */
function arrivals(who: number): number[] {
	const { slack, acme } = office;
	const [dm] = slack.surface(acme.team, colleagueId(who)).conversations;
	return (dm?.messages ?? []).map(({ ts }) => Number(ts));
}

const everyone = () => Array.from({ length: people }, (_, who) => who);

test("on the wire: a second between two in a conversation, and the rate of a workspace", async () => {
	const { ledger, acme } = office;
	const owed = everyone().flatMap((who) =>
		[1, 2, 3].map((n) => ({ who, key: `${who} ${n}` })),
	);
	await owe(ledger, acme, owed);
	for (const worker of workers) worker.start();
	await until(
		"all of it",
		() => everyone().flatMap(arrivals).length === owed.length,
		15_000,
	);

	const gaps = everyone().flatMap((who) => {
		const times = arrivals(who);
		return times.slice(1).map((time, index) => time - (times[index] ?? 0));
	});
	expect(gaps).toHaveLength(2 * people);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1);

	const rows = await ledger.query<{ at: Date }>(
		"select claimed_at as at from delivery",
	);
	const claimed = rows.map(({ at }) => at.getTime());
	const bursts = claimed.map(
		(from) => claimed.filter((at) => at >= from && at < from + 1_000).length,
	);
	expect(Math.max(...bursts)).toBeLessThanOrEqual(perSecond);
});
