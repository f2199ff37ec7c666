import { withWorkspace } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { wait } from "../../src/matching/waiting.service.ts";
import { publish } from "../../src/reports/publish.service.ts";
import { type DemoPair, pairUp } from "./months.ts";
import { seededRandom } from "./random.ts";
import { seedMeetings, seedPairs } from "./seed-months.ts";
import { ago, type Seeded, visitOf } from "./seeded.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** What more people want than offer. */
const scarce = { topic: "hiring", words: "hiring" };
const mostWait = 12;
const waitEarly = 6;
/** Days ago. */
const firstReport = 35;
/** Every so many mentors are left with all the room they have. */
const freeEvery = 4;

/**
 * A program that has run for some months, so that there is something to report:
 * pairs who meet, people who wait, and a report of four weeks ago. Whoever has asked or been asked already,
 * and the people to try the bot as, stay as they are.
 */
export async function seedProgram(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
): Promise<void> {
	const { pairs: most } = workspace;
	const { workspaceId, programId } = seeded;
	if (most === 0) return;
	const busy = await withWorkspace(deps.db, workspaceId, (trx) =>
		trx
			.selectFrom("request")
			.select(["mentee_id", "mentor_id"])
			.where("workspace_id", "=", workspaceId)
			.execute(),
	);
	const taken = new Set(busy.flatMap((row) => [row.mentee_id, row.mentor_id]));
	const free = workspace.people.filter(
		({ id, enrollment }) =>
			enrollment?.state === "open" &&
			!taken.has(seeded.personIds.get(id) ?? "") &&
			![workspace.mentor, workspace.mentee].includes(id),
	);
	const waiting = free
		.filter((person) => wantsMentor(person) && wants(person, scarce.topic))
		.slice(0, mostWait);
	const mentees = free.filter(
		(person) => wantsMentor(person) && !waiting.includes(person),
	);
	const mentors = free
		.filter(({ enrollment }) => enrollment?.kindsOffered.includes("one_to_one"))
		.filter((_, index) => index % freeEvery !== 0);
	const places = mentors.flatMap((mentor) =>
		Array<DemoPerson>(mentor.enrollment?.capacity ?? 1).fill(mentor),
	);
	const pairs = pairUp(seededRandom(most), mentees, places, most);
	const isEarly = ({ began, over }: DemoPair) =>
		began > firstReport && (over === null || over > firstReport);
	const waits = async (some: DemoPerson[]) => {
		for (const person of some)
			await wait(deps, visitOf(deps, seeded, person), scarce.words);
	};
	const isFirst = (_: DemoPerson, index: number) => index < waitEarly;
	await waits(waiting.filter(isFirst));
	const early = await withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentored = seedPairs(deps, trx, seeded, pairs.filter(isEarly));
		seedMeetings(deps, trx, seeded, mentored, (days) => days > firstReport);
		const { now } = ago(deps, firstReport);
		await publish(trx, { programId, askedBy: null, now: now() });
		return mentored;
	});
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		const late = pairs.filter((pair) => !isEarly(pair));
		const mentored = seedPairs(deps, trx, seeded, late);
		seedMeetings(deps, trx, seeded, early, (days) => days <= firstReport);
		seedMeetings(deps, trx, seeded, mentored, () => true);
	});
	await waits(waiting.filter((person, index) => !isFirst(person, index)));
}

const wantsMentor = ({ enrollment }: DemoPerson): boolean =>
	enrollment?.kindsWanted.includes("one_to_one") ?? false;

const wants = ({ enrollment }: DemoPerson, topic: string): boolean =>
	enrollment?.wanted.some((one) => one.topic === topic) ?? false;
