import { z } from "zod";
import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { resumeGate } from "../delivery/ledger.queries.ts";
import type { Deps } from "../deps.ts";
import {
	lockDue,
	saveSchedule,
	updateNext,
} from "../scheduler/schedules.queries.ts";
import { noteClock } from "./clock.service.ts";
import { nextNight } from "./night.ts";
import { updateMissing, upsertPeople } from "./people.queries.ts";
import {
	checkKind,
	countUnseen,
	findUsualZone,
	findWalk,
	hasCheck,
	insertWalk,
	listStandings,
	updateWalk,
	type Walk,
} from "./people-check.queries.ts";
import { notePresence } from "./presence.service.ts";
import { type Listed, listPage } from "./slack-people.service.ts";

/** Pages in a row: Slack allows 20 a minute, and an import may need some. */
const mostPages = 10;
const seconds = { lease: 300, between: 30, afterFailure: 3_600 };

/** From now on the workspace's people are checked every night. */
export async function ensureCheck(trx: WorkspaceTrx, now: Date): Promise<void> {
	if (await hasCheck(trx)) return;
	const nextAt = await nightAfter(trx, now);
	await saveSchedule(trx, {
		kind: checkKind,
		subjectId: trx.workspaceId,
		nextAt,
	});
}

async function nightAfter(trx: WorkspaceTrx, now: Date): Promise<Date> {
	const zone = (await findUsualZone(trx)) ?? "UTC";
	return nextNight(now, zone, trx.workspaceId);
}

/**
 * Goes on through Slack's list of a workspace whose check is due, some pages
 * at a time, and keeps what it says of the people we know. Where it stopped is
 * a row: another process, or a later tick, goes on from there. Nothing is
 * asked of Slack while a transaction is open.
 */
export async function checkPeople(
	deps: Deps,
	workspaceId: string,
): Promise<void> {
	const inWorkspace = <T>(work: (trx: WorkspaceTrx) => Promise<T>) =>
		withWorkspace(deps.db, workspaceId, work);
	const again = (trx: WorkspaceTrx, now: Date, after: number | null) =>
		updateNext(trx, checkKind, [
			{
				subjectId: workspaceId,
				nextAt: after === null ? null : new Date(now.getTime() + after * 1000),
			},
		]);
	const claimed = await inWorkspace(async (trx) => {
		const due = await lockDue(trx, { kind: checkKind, most: 1, except: [] });
		if (!due) return null;
		await again(trx, due.now, seconds.lease);
		if (!(await findWalk(trx))) await insertWalk(trx);
		return { walk: await findWalk(trx), now: due.now };
	});
	if (!claimed?.walk) return;
	const { now } = claimed;
	let { walk } = claimed;
	for (let pages = 0; pages < mostPages; pages += 1) {
		const page = await askFor(deps, workspaceId, walk);
		if (page.is === "page") {
			const { startedAt } = walk;
			const seen = walk.seen + page.people.length;
			walk = { startedAt, cursor: page.next, seen };
			const isLast = page.next === null;
			await inWorkspace(async (trx) => {
				await keep(trx, page.people, now);
				await updateWalk(trx, { cursor: page.next, seen });
				if (!isLast) return again(trx, now, seconds.lease);
				await endWalk(deps, trx, { startedAt, now });
				const nextAt = await nightAfter(trx, now);
				await updateNext(trx, checkKind, [{ subjectId: workspaceId, nextAt }]);
			});
			if (isLast) return;
			continue;
		}
		await inWorkspace(async (trx) => {
			if (page.is === "lost") await insertWalk(trx);
			await again(trx, now, waitAfter(page));
		});
		return;
	}
	await inWorkspace((trx) => again(trx, now, seconds.between));
}

type Trouble =
	| { is: "tooFast"; seconds: number }
	| { is: "uninstalled" }
	/** The cursor is too old: from the start again. */
	| { is: "lost" }
	| { is: "failed" };

function waitAfter(trouble: Trouble): number | null {
	if (trouble.is === "uninstalled") return null;
	if (trouble.is === "tooFast") return trouble.seconds;
	return trouble.is === "lost" ? seconds.between : seconds.afterFailure;
}

const platformError = z.object({ data: z.object({ error: z.string() }) });

async function askFor(deps: Deps, workspaceId: string, { cursor }: Walk) {
	try {
		return await listPage(deps, workspaceId, cursor);
	} catch (error) {
		const code = platformError.safeParse(error).data?.data.error;
		if (code === "invalid_cursor") return { is: "lost" as const };
		deps.log.warn({ workspaceId, code }, "people were not checked");
		return { is: "failed" as const };
	}
}

/** What Slack says of the people we know; others are met when needed. */
async function keep(
	trx: WorkspaceTrx,
	listed: Listed[],
	now: Date,
): Promise<void> {
	const people = listed.map(({ person }) => person);
	const known = await listStandings(
		trx,
		people.map(({ slackUserId }) => slackUserId),
	);
	const before = new Map(known.map((one) => [one.slackUserId, one]));
	await upsertPeople(
		trx,
		people.filter(({ slackUserId }) => before.has(slackUserId)),
	);
	const changes = people.flatMap(({ slackUserId, standing: is }) => {
		const was = before.get(slackUserId);
		return was ? [{ personId: was.personId, was: was.standing, is }] : [];
	});
	await notePresence(trx, changes, now);
	const moved = people.flatMap(({ slackUserId, zone }) => {
		const was = before.get(slackUserId);
		return was && was.zone !== zone ? [was.personId] : [];
	});
	await noteClock(trx, moved, now);
	// Whoever is back gets what is still timely.
	for (const { personId, was, is } of changes)
		if (was !== "member" && is === "member")
			await resumeGate(trx, { personId, mentorshipId: null });
}

/** Who is not in the list any more is gone; half of all at once cannot be. */
async function endWalk(
	deps: Deps,
	trx: WorkspaceTrx,
	{ startedAt, now }: { startedAt: Date; now: Date },
): Promise<void> {
	const { all, unseen } = await countUnseen(trx, startedAt);
	if (Number(unseen) * 2 > Number(all)) {
		const facts = { workspaceId: trx.workspaceId, all, unseen };
		deps.log.error(facts, "Slack's list lacks most people: nobody is shut out");
		return;
	}
	const missing = await updateMissing(trx, startedAt);
	const changes = missing.map((personId) => {
		return { personId, was: "member", is: "deactivated" } as const;
	});
	await notePresence(trx, changes, now);
}
