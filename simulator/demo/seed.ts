import { type WorkspaceTrx, withWorkspace } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { enroll, pause } from "../../src/enrollment/enrollment.service.ts";
import { offeredKinds } from "../../src/enrollment/enrollment.ts";
import {
	saveLevels,
	saveMentee,
	saveMentor,
	saveRhythm,
} from "../../src/enrollment/profile.service.ts";
import {
	levelsPage,
	menteePage,
	mentorPage,
	rhythmPage,
} from "../../src/enrollment/profile-pages.ts";
import {
	addTopics,
	ensureFirstProgram,
	readFirstProgram,
	readTopicList,
} from "../../src/programs/programs.service.ts";
import {
	saveDirectory,
	savePerson,
	saveWorkingHours,
} from "../../src/workspaces/people.service.ts";
import { installToken } from "../../src/workspaces/workspaces.service.ts";
import { leadsHr } from "./hr.ts";
import { seedLife } from "./seed-life.ts";
import { seedProgram } from "./seed-program.ts";
import { seedRequests } from "./seed-requests.ts";
import { type Seeded, visitOf } from "./seeded.ts";
import type { DemoEnrollment, DemoPerson, DemoWorkspace } from "./workspace.ts";

/**
 * Fills an empty database as the product itself would have: through the same
 * services that the forms use.
 *
 * @returns false when the workspace was filled before
 */
export async function seedWorkspace(
	deps: Deps,
	workspace: DemoWorkspace,
	token: string,
): Promise<boolean> {
	const { workspaceId } = await installToken(deps, token);
	await ensureFirstProgram(deps, workspaceId);
	const seeded = await withWorkspace(deps.db, workspaceId, (trx) =>
		seedPeople(deps, trx, workspace),
	);
	if (!seeded) return false;
	for (const person of workspace.people)
		if (person.enrollment)
			await seedProfile(deps, seeded, person, person.enrollment);
	await seedLife(deps, seeded, workspace);
	await seedRequests(deps, seeded, workspace);
	await seedProgram(deps, seeded, workspace);
	return true;
}

async function seedPeople(
	deps: Deps,
	trx: WorkspaceTrx,
	workspace: DemoWorkspace,
): Promise<Seeded | null> {
	const programId = await readFirstProgram(trx);
	const before = (await readTopicList(trx, programId)).length;
	await addTopics(
		trx,
		programId,
		workspace.topics.map(({ name, synonyms }) => ({
			name,
			synonyms: [...synonyms],
		})),
	);
	const topics = await readTopicList(trx, programId);
	if (topics.length === before) return null;

	const personIds = new Map<string, string>();
	for (const person of workspace.people) {
		const personId = await savePerson(trx, {
			slackUserId: person.id,
			name: person.name,
			title: person.title,
			slackRole: leadsHr(person) ? "admin" : "member",
			standing: person.standing,
			zone: person.zone,
			locale: person.locale,
		});
		personIds.set(person.id, personId);
		const { start, end, days } = person.hours;
		await saveWorkingHours(
			trx,
			personId,
			{ start, end, days: days && [...days] },
			deps.now(),
		);
	}
	for (const person of workspace.people) {
		const personId = personIds.get(person.id) ?? "";
		await saveDirectory(trx, personId, {
			department: person.department,
			level: person.level,
			location: person.location,
			managerId: person.manager && (personIds.get(person.manager) ?? null),
		});
	}
	const topicIds = new Map(
		workspace.topics.map(({ id, name }) => [
			id,
			topics.find((topic) => topic.name === name)?.topicId ?? "",
		]),
	);
	const value = ({ topic }: { topic: string }) => topicIds.get(topic) ?? "";
	for (const { id, enrollment } of workspace.people) {
		if (!enrollment) continue;
		const key = { programId, personId: personIds.get(id) ?? "" };
		await enroll(deps, trx, key, {
			role: enrollment.role,
			wanted: enrollment.wanted.map(value),
			offered: enrollment.offered.map(value),
			goal: enrollment.goal,
			offer: enrollment.offer,
		});
	}
	return { workspaceId: trx.workspaceId, programId, personIds, topicIds };
}

async function seedProfile(
	deps: Deps,
	seeded: Seeded,
	person: DemoPerson,
	enrollment: DemoEnrollment,
): Promise<void> {
	// Each page is a request of its own.
	const visit = () => visitOf(deps, seeded, person);
	const { style } = enrollment;
	const kindsWanted = offered(enrollment.kindsWanted);
	const kindsOffered = offered(enrollment.kindsOffered);
	if (kindsWanted.length > 0)
		await saveMentee(
			deps,
			visit(),
			menteePage.parse({ goal: enrollment.goal, kindsWanted }),
		);
	if (kindsOffered.length > 0)
		await saveMentor(
			deps,
			visit(),
			mentorPage.parse({
				offer: enrollment.offer,
				moves: enrollment.moves.join("\n"),
				kindsOffered,
				capacity: enrollment.capacity,
			}),
		);
	await saveRhythm(
		deps,
		visit(),
		rhythmPage.parse({
			rhythm: enrollment.rhythm,
			length: String(enrollment.lengthMinutes),
			format: enrollment.format,
			languages: person.languages,
			...style,
		}),
	);
	const levels = (["wanted", "offered"] as const).flatMap((side) =>
		enrollment[side].map(({ topic, level }) => [
			`${side}:${seeded.topicIds.get(topic)}`,
			String(level),
		]),
	);
	await saveLevels(deps, visit(), levelsPage.parse(Object.fromEntries(levels)));
	if (enrollment.state === "paused") await pause(deps, visit());
}

/** The kinds that a profile can name so far. */
function offered(kinds: readonly string[]): string[] {
	return offeredKinds.filter((kind) => kinds.includes(kind));
}
