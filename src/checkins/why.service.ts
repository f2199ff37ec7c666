import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { listPast } from "../delivery/plan.queries.ts";
import type { Deps } from "../deps.ts";
import { receivers } from "../enrollment/receiver.service.ts";
import { nameOutside } from "../mentorships/external.service.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import {
	readMentorship,
	readMentorshipsOf,
} from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import { type Calendar, calendarAt } from "../time/calendar.ts";
import { type Ear, type Expected, expectNudge } from "./expect-nudge.ts";
import { type FoundPair, readPairs } from "./pairs.service.ts";
import { listLastSaid, listToldKeys } from "./why.queries.ts";
import type { Said, Why } from "./why.ts";

/** Why the last message came, and when the next one may; reads only. */
export function readWhy(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
): Promise<Why> {
	const { personId } = actor;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [rows, unnamed, receiver, past] = await Promise.all([
			listLastSaid(trx, personId),
			readMentorshipsOf(trx, personId),
			receivers.find(trx, personId),
			listPast(trx, personId),
		]);
		const mine = await nameOutside(deps, trx, unnamed);
		const ids = mine.map(({ mentorshipId }) => mentorshipId);
		const [pairs, told] = await Promise.all([
			readPairs(trx, ids),
			listToldKeys(trx, personId, ids),
		]);
		const ear = { receiver, past, told: new Set(told) };
		const calendar = calendarAt(now);
		const next = mine.flatMap((mentorship) => {
			const found = pairs.get(mentorship.mentorshipId);
			const expected =
				found && expect(found, mentorship, personId, ear, calendar);
			return expected ? [{ mentorship, expected }] : [];
		});
		const said = await Promise.all(rows.map((row) => gather(trx, row)));
		const at = rows[0]?.sentAt;
		return { last: at ? { at, said } : null, receiver, next };
	});
}

/**
 * null: the reader had it stopped, and knows. That another has must not be
 * found out: it is told as if nobody had.
 */
function expect(
	{ pair, isAway }: FoundPair,
	mentorship: Mentorship,
	personId: string,
	ear: Ear,
	calendar: Calendar,
): Expected | null {
	if (memberOf(mentorship, personId)?.stoppedAt) return null;
	const member = pair.members.find((it) => it.personId === personId);
	const spoken = { ...pair, isHeld: isAway };
	return member ? expectNudge(spoken, member, ear, calendar) : null;
}

async function gather(
	trx: WorkspaceTrx,
	{ kind, key, subjectId }: { kind: string; key: string; subjectId: string },
): Promise<Said> {
	const isOurs = kind.startsWith("checkins:");
	const [mentorship, pairs] = isOurs
		? await Promise.all([
				readMentorship(trx, subjectId),
				readPairs(trx, [subjectId]),
			])
		: [];
	const rhythm = pairs?.get(subjectId)?.pair.rhythm ?? null;
	return { kind, key, mentorship: mentorship ?? null, rhythm };
}
