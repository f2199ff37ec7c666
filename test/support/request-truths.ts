import { sql } from "kysely";
import type { Office } from "./office.ts";

/**
 * What must hold of requests at every moment, each as a question to the
 * database for what breaks it.
 */
const breaches: Record<string, string> = {
	"two of one list are asked": `select list_id from request
		where state in ('open', 'asked_back')
		group by list_id having count(*) > 1`,
	"a list waits, and nobody is asked": `select list_id from request
		group by list_id having bool_or(state = 'queued')
			and not bool_or(state in ('open', 'asked_back'))`,
	"more than three lists go on": `select mentee_id from request
		where state in ('open', 'asked_back')
		group by mentee_id having count(*) > 3`,
	"someone is asked twice at a time": `select mentee_id from request
		where state in ('queued', 'open', 'asked_back')
		group by mentee_id, mentor_id having count(*) > 1`,
	"a seat over capacity": `select e.person_id from enrollment e
		where e.capacity < (select count(*) from mentorship_member m
			where m.person_id = e.person_id and m.role = 'mentor')`,
	"more open requests than free seats and two": `select r.mentor_id
		from request r where r.state in ('open', 'asked_back')
		group by r.mentor_id having count(*) > 2
			+ coalesce((select e.capacity from enrollment e
				where e.person_id = r.mentor_id), 1)
			- (select count(*) from mentorship_member m
				where m.person_id = r.mentor_id and m.role = 'mentor')`,
	"asked again within 90 days of a no": `select b.request_id
		from request a join request b using (mentee_id, mentor_id)
		where a.state in ('declined', 'expired') and b.closes_at is not null
			and b.asked_at > a.answered_at
			and b.asked_at < a.answered_at + interval '90 days'`,
	"a request without an end": `select request_id from request r
		where state in ('open', 'asked_back') and not exists (
			select from schedule where kind = 'matching:close'
				and subject_id = r.request_id and next_at = r.closes_at)`,
	"a time for what is over": `select subject_id from schedule
		join request on request_id = subject_id
		where schedule.kind in ('matching:close', 'matching:remind')
			and state not in ('open', 'asked_back')`,
	"a no that is not told once": `select request_id from request r
		where state in ('declined', 'expired') and 1 <> (
			select count(*) from owed where kind = 'matching:declined'
				and subject_id = r.request_id and person_id = r.mentee_id)`,
	"a no that nobody said": `select subject_id from owed
		join request on request_id = subject_id
		where owed.kind = 'matching:declined'
			and state not in ('declined', 'expired')`,
	"asked without a word, or queued with one": `select request_id
		from request r where (closes_at is null) <> not exists (
			select from owed where kind = 'matching:request'
				and subject_id = r.request_id)`,
	"accepted without a mentorship": `select request_id from request r
		where (state = 'accepted') <> exists (
			select from mentorship m where m.request_id = r.request_id)`,
	"a clock that stands still for nobody": `select request_id from request
		where state = 'asked_back' and clock_left_days is null`,
	"silent, and not told": `select person_id from enrollment e
		where silent_since is not null and not exists (
			select from owed where kind = 'matching:silent'
				and person_id = e.person_id)`,
};

/** The truths that do not hold right now. */
export async function findBreaches({ run }: Office): Promise<string[]> {
	const found = Object.entries(breaches).map(
		([name, query]) => `select '${name}' as name from (${query}) as it`,
	);
	const { rows } = await run((trx) =>
		sql.raw<{ name: string }>(found.join(" union ")).execute(trx),
	);
	return rows.map(({ name }) => name);
}

export const truths = Object.keys(breaches).length;
