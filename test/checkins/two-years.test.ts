import { describe, expect, test } from "@jest/globals";
import type { Pair } from "../../src/checkins/pair.ts";
import type { Receiver } from "../../src/delivery/receiver.ts";
import { full } from "../support/full.ts";
import { firstDays } from "../support/rhythm-life.ts";
import { drawLife } from "../support/rhythm-lives.ts";
import { liveProgram, type Mind, soundMind } from "../support/rhythm-run.ts";
import { watchRules } from "../support/rhythm-truths.ts";

const programs = full ? 150 : 2;

test(
	"two years: nothing missed, nothing twice, nothing at the wrong time",
	() => {
		const counts = { programs, looks: 0, owed: 0, messages: 0, demands: 0 };
		const zones = new Set<string>();
		const breaches: string[] = [];
		let outages = 0;
		for (let seed = 1; seed <= programs; seed += 1) {
			const life = drawLife(seed);
			const watcher = watchRules(life);
			const { looks, owed, sent } = liveProgram(life, watcher);
			counts.looks += looks;
			counts.owed += owed;
			counts.messages += watcher.checked.messages;
			counts.demands += watcher.checked.demands;
			outages += life.outages.length;
			for (const { receiver } of sent) zones.add(receiver.hours.zone);
			for (const [rule, its] of watcher.breaches)
				breaches.push(...its.map((it) => `seed ${seed}, ${rule}: ${it}`));
		}
		const report = { ...counts, outages, zones: zones.size };
		process.stdout.write(
			`${JSON.stringify({ ...report, breaches: breaches.length })}\n`,
		);
		expect(breaches).toEqual([]);
		expect(report.zones).toBeGreaterThanOrEqual(12);
		expect(report.messages).toBeGreaterThan(programs * 300);
		expect(report.demands).toBeGreaterThan(programs * 150);
	},
	full ? 900_000 : 60_000,
);

describe("it finds a bot that", () => {
	const { planNudges, isStillDue, planDigest } = soundMind;

	/** The bot as it is, but for one thing the receiver is taken to be. */
	const hearing = (fault: (receiver: Receiver) => Partial<Receiver>): Mind => ({
		...soundMind,
		planDigest: (items, receiver, past, now) =>
			planDigest(items, { ...receiver, ...fault(receiver) }, past, now),
	});
	const unpaused = (pair: Pair): Pair =>
		pair.state === "paused" ? { ...pair, state: "active" } : pair;
	const faults: [does: string, rule: string, mind: Mind][] = [
		[
			"names what it says by the time",
			"twice",
			{
				...soundMind,
				planNudges: (pair, calendar) => {
					const { nudges, nextLook } = planNudges(pair, calendar);
					return {
						nextLook,
						nudges: nudges.map((nudge) => ({
							...nudge,
							key: `${nudge.key}:${calendar.now.toISOString()}`,
						})),
					};
				},
			},
		],
		[
			"does not know of their meetings",
			"though they met or booked",
			{
				...soundMind,
				planNudges: (pair, calendar) =>
					planNudges({ ...pair, talks: [] }, calendar),
				isStillDue: (pair, ...rest) =>
					isStillDue({ ...pair, talks: [] }, ...rest),
			},
		],
		[
			"does not know that a member is away",
			"while a member is away",
			{
				...soundMind,
				planNudges: (pair, calendar) =>
					planNudges({ ...pair, isHeld: false }, calendar),
				isStillDue: (pair, ...rest) =>
					isStillDue({ ...pair, isHeld: false }, ...rest),
			},
		],
		[
			"does not see a pause",
			"while paused",
			{
				...soundMind,
				planNudges: (pair, ...rest) => planNudges(unpaused(pair), ...rest),
				isStillDue: (pair, ...rest) => isStillDue(unpaused(pair), ...rest),
			},
		],
		[
			"looks a week too late",
			"missed",
			{
				...soundMind,
				planNudges: (pair, calendar) => {
					const plan = planNudges(pair, calendar);
					const ms = Number(plan.nextLook) + 7 * 24 * 3_600_000;
					return { ...plan, nextLook: plan.nextLook && new Date(ms) };
				},
			},
		],
		[
			"lives in Greenwich",
			"uncalled for",
			{
				...soundMind,
				planNudges: (pair, calendar) => {
					const members = pair.members.map((it) => ({ ...it, zone: "UTC" }));
					return planNudges({ ...pair, members }, calendar);
				},
			},
		],
		[
			"works through holidays",
			"out of hours",
			hearing(() => ({ holidays: [] })),
		],
		[
			"keeps its own hours",
			"out of hours",
			hearing(({ hours }) => ({ hours: { ...hours, zone: "UTC" } })),
		],
		[
			"wakes the snoozing",
			"out of hours",
			hearing(() => ({ snoozedUntil: null })),
		],
		["does not count", "over two a week", hearing(() => ({ weeklyCap: 9 }))],
		[
			"has no digest",
			"several after an outage",
			{
				...soundMind,
				planDigest: (items, receiver, _past, now) => {
					const plan = planDigest(items, receiver, [], now);
					const deliveries = plan.deliveries.flatMap(({ owedIds, at }) =>
						owedIds.map((id) => ({ owedIds: [id], at })),
					);
					return { ...plan, deliveries };
				},
			},
		],
	];

	test.each(faults)("%s: %s", (_does, rule, mind) => {
		const watcher = watchRules(drawLife(1));
		const life = firstDays(drawLife(1), 240);
		liveProgram(life, watcher, mind);
		expect([...watcher.breaches.keys()]).toContain(rule);
	});
});
