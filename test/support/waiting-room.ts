import { createCipher } from "../../src/db/cipher.ts";
import { withWorkspace } from "../../src/db/database.ts";
import { enroll } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { readVisit } from "../../src/enrollment/visit.service.ts";
import { waitingSchedule } from "../../src/matching/waiting.job.ts";
import { pass, stopWaiting, wait } from "../../src/matching/waiting.service.ts";
import { waitingKind } from "../../src/matching/waiting.ts";
import {
	ensureFirstProgram,
	readFirstProgram,
	readTopicList,
} from "../../src/programs/programs.service.ts";
import { runSchedulesJob } from "../../src/scheduler/run-schedules.job.ts";
import type { Visit } from "../../src/slack/feature.ts";
import { bareDeps } from "./bare-deps.ts";
import type { Ledger } from "./ledger.ts";

const cipher = createCipher({
	current: "1",
	keys: { "1": Buffer.alloc(32, 7) },
});

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** A program on a database of its own, and people in it by their numbers. */
export async function openRoom(ledger: Ledger, count: number) {
	const { workspaceId, people } = await ledger.addWorkspace(count);
	const { deps: bare, logged } = bareDeps(ledger.db);
	const deps = { ...bare, cipher };
	await ensureFirstProgram(deps, workspaceId);
	const within = <T>(work: Parameters<typeof withWorkspace<T>>[2]) =>
		withWorkspace(ledger.db, workspaceId, work);
	const { programId, topics } = await within(async (trx) => {
		const id = await readFirstProgram(trx);
		return { programId: id, topics: await readTopicList(trx, id) };
	});
	const person = (number: number) => people[number] ?? "";
	const idsOf = (names: string[]) =>
		topics.flatMap(({ name, topicId }) =>
			names.includes(name) ? [topicId] : [],
		);

	async function visitOf(number: number): Promise<Visit> {
		const found = await readVisit(deps, {
			workspaceId,
			personId: person(number),
		});
		if (!found) throw new Error(`There is no person ${number}.`);
		return { ...found, key: `${number} ${crypto.randomUUID()}` };
	}

	/** The open suggestion of someone; "" for none. */
	async function suggestionOf(number: number): Promise<string> {
		const [row] = await ledger.query<{ id: string }>(
			`select suggestion_id as id from suggestion
			where person_id = $1 and state = 'open'`,
			[person(number)],
		);
		return row?.id ?? "";
	}

	return {
		deps,
		logged,
		workspaceId,
		programId,
		person,
		within,
		joins: (number: number, role: "mentee" | "mentor", ...names: string[]) =>
			within((trx) =>
				enroll(
					deps,
					trx,
					{ programId, personId: person(number) },
					{
						...emptyJoinForm,
						role,
						wanted: role === "mentee" ? idsOf(names) : [],
						offered: role === "mentor" ? idsOf(names) : [],
					},
				),
			),
		visit: visitOf,
		suggestionOf,
		/** Someone begins to wait for what they search. */
		waits: async (number: number, query = "testing") =>
			wait(deps, await visitOf(number), query),
		/** Someone is not for them whom they were told of. */
		async passes(number: number) {
			const id = await suggestionOf(number);
			return pass(deps, await visitOf(number), id);
		},
		/** Someone gives up the one place they have. */
		async stops(number: number) {
			const [row] = await ledger.query<{ id: string }>(
				`select waiting_id as id from waiting
				where person_id = $1 and state = 'waiting'`,
				[person(number)],
			);
			return stopWaiting(deps, await visitOf(number), row?.id ?? "");
		},
		/** A request, as the ask leaves it. */
		asks: (mentee: number, mentor: number) =>
			ledger.query(
				`insert into request (workspace_id, request_id, program_id, mentee_id,
					mentor_id, kind, state, ask)
				values ($1, gen_random_uuid(), $2, $3, $4, 'one_to_one', 'open', '')`,
				[workspaceId, programId, person(mentee), person(mentor)],
			),
		/** A mentorship that has begun. */
		begins: (mentee: number, mentor: number) =>
			ledger.query(
				`with made as (
					insert into mentorship (workspace_id, mentorship_id, program_id,
						kind, state)
					values ($1, gen_random_uuid(), $2, 'one_to_one', 'exploring')
					returning mentorship_id as id)
				insert into mentorship_member
					select $1, id, $3::uuid, 'mentee' from made
					union all select $1, id, $4::uuid, 'mentor' from made`,
				[workspaceId, programId, person(mentee), person(mentor)],
			),
		/** Sets columns of someone's enrollment. */
		sets: (number: number, change: string) =>
			ledger.query(`update enrollment set ${change} where person_id = $1`, [
				person(number),
			]),
		/** One look at all programs, as the next tick has it. */
		async look() {
			await ledger.query("update schedule set next_at = now()");
			await runSchedulesJob({
				senderDb: ledger.senderDb,
				kinds: new Map([[waitingKind, waitingSchedule]]),
			}).run(deps, deps.now());
		},
		/** Who was told of whom so far, by their numbers: "0 of 3". */
		async told(): Promise<string[]> {
			const rows = await ledger.query<{ person: string; mentor: string }>(
				`select s.person_id as person, mentor_id as mentor from owed
				join suggestion s on s.suggestion_id = owed.subject_id
				where owed.kind = 'matching:suggestion'
					and owed.person_id = s.person_id and s.workspace_id = $1
				order by owed_id`,
				[workspaceId],
			);
			return rows.map(
				({ person, mentor }) =>
					`${people.indexOf(person)} of ${people.indexOf(mentor)}`,
			);
		},
		/** Their places on the list, in the order they began. */
		async states(number: number): Promise<string[]> {
			const rows = await ledger.query<{ state: string }>(
				`select state from waiting where person_id = $1
				order by waiting_id`,
				[person(number)],
			);
			return rows.map(({ state }) => state);
		},
	};
}
