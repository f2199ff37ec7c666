import type { z } from "zod";
import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import {
	findOrMeet,
	readWorkingHours,
	saveWorkingHours,
} from "../workspaces/people.service.ts";
import {
	type EnrollmentChange,
	findEnrollment,
	updateEnrollment,
} from "./enrollment.queries.ts";
import { keyOf, readRole } from "./enrollment.service.ts";
import { firstLevel } from "./enrollment.ts";
import { listExclusions, replaceExclusions } from "./exclusions.queries.ts";
import { type Profile, readProfile } from "./profile.ts";
import {
	type hoursPage,
	type levelsPage,
	type menteePage,
	type mentorPage,
	type neverPage,
	readMoves,
	type rhythmPage,
	type topicsPage,
} from "./profile-pages.ts";
import { type SealedColumn, sealField } from "./sealing.ts";
import {
	listEnrollmentTopics,
	replaceEnrollmentTopics,
	updateTopicLevel,
} from "./topics.queries.ts";
import { readTopics } from "./topics.service.ts";

const inWorkspace = <T>(
	deps: Deps,
	visit: Visit,
	work: (trx: WorkspaceTrx) => Promise<T>,
) => withWorkspace(deps.db, visit.workspaceId, work);

/** A person's own profile; null before joining. */
export function loadProfile(deps: Deps, visit: Visit): Promise<Profile | null> {
	return inWorkspace(deps, visit, async (trx) => {
		const key = keyOf(visit);
		const enrollment = await findEnrollment(trx, key);
		if (!enrollment) return null;
		const { settings } = await readProgram(trx, key.programId);
		return readProfile(
			deps.cipher,
			{ workspaceId: visit.workspaceId, ...key },
			{
				enrollment,
				topics: await listEnrollmentTopics(trx, key),
				hours: await readWorkingHours(trx, key.personId),
				never: await listExclusions(trx, key.personId),
				programKinds: settings.kinds,
			},
		);
	});
}

/** Writes a page once: the same request again must not undo a later one. */
function savePage(
	deps: Deps,
	visit: Visit,
	write: (trx: WorkspaceTrx) => Promise<void>,
): Promise<void> {
	return inWorkspace(deps, visit, async (trx) => {
		if (await claimRequest(trx, visit.key)) await write(trx);
	});
}

function save(deps: Deps, visit: Visit, change: EnrollmentChange) {
	return savePage(deps, visit, (trx) =>
		updateEnrollment(trx, keyOf(visit), change),
	);
}

function sealed(
	deps: Deps,
	visit: Visit,
	column: SealedColumn,
	text: string | null,
) {
	const owner = { workspaceId: visit.workspaceId, ...keyOf(visit) };
	return sealField(deps.cipher, owner, column, text);
}

export function saveTopics(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof topicsPage>,
): Promise<void> {
	return savePage(deps, visit, async (trx) => {
		for (const side of ["wanted", "offered"] as const) {
			const topics = await readTopics(
				trx,
				deps,
				keyOf(visit),
				page[side],
				firstLevel(side),
			);
			await replaceEnrollmentTopics(trx, keyOf(visit), side, topics);
		}
	});
}

export function saveLevels(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof levelsPage>,
): Promise<void> {
	return savePage(deps, visit, async (trx) => {
		for (const topic of await listEnrollmentTopics(trx, keyOf(visit))) {
			const level = Number(page[`${topic.side}:${topic.topicKey}`]);
			if ([1, 2, 3].includes(level))
				await updateTopicLevel(trx, keyOf(visit), { ...topic, level });
		}
	});
}

export function saveMentee(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof menteePage>,
): Promise<void> {
	return save(deps, visit, {
		goal: sealed(deps, visit, "goal", page.goal),
		kinds_wanted: page.kindsWanted,
	});
}

/** A capacity below the present load drops nobody: it only blocks accepts. */
export function saveMentor(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof mentorPage>,
): Promise<void> {
	const moves = readMoves(page.moves);
	const key = keyOf(visit);
	return savePage(deps, visit, async (trx) => {
		// A mentee comes to this page only when asked to become a mentor, too.
		const role = await readRole(trx, key);
		await updateEnrollment(trx, key, {
			...(role === "mentee" && { role: "both" }),
			offer: sealed(deps, visit, "offer", page.offer),
			helps_not_with: sealed(deps, visit, "helps_not_with", page.helpsNotWith),
			moves: sealed(deps, visit, "moves", JSON.stringify(moves)),
			kinds_offered: page.kindsOffered,
			capacity: page.capacity,
		});
	});
}

export function saveRhythm(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof rhythmPage>,
): Promise<void> {
	return save(deps, visit, {
		rhythm: page.rhythm,
		length_minutes: Number(page.length),
		format: page.format,
		languages: page.languages,
		feedback_style: page.feedback,
		plan_style: page.plan,
		medium_style: page.medium,
	});
}

export function saveHours(
	deps: Deps,
	visit: Visit,
	page: z.infer<typeof hoursPage>,
): Promise<void> {
	return savePage(deps, visit, (trx) =>
		saveWorkingHours(
			trx,
			visit.actor.personId,
			{ start: page.start, end: page.end, days: page.days.map(Number) },
			visit.now,
		),
	);
}

/** Private: shown to nobody, program managers included. */
export async function saveNever(
	deps: Deps,
	visit: Visit,
	{ never }: z.infer<typeof neverPage>,
): Promise<void> {
	const others = await Promise.all(
		never.map((slackUserId) =>
			findOrMeet(deps, visit.workspaceId, slackUserId),
		),
	);
	const ids = others.flatMap((other) => other?.personId ?? []);
	await savePage(deps, visit, (trx) =>
		replaceExclusions(
			trx,
			visit.actor.personId,
			ids.filter((id) => id !== visit.actor.personId),
		),
	);
}
