import { sql } from "kysely";
import type { Office } from "./office.ts";

const underWay = "('exploring', 'agreeing', 'active', 'paused', 'closing')";
const turns = `exists (select from schedule where kind = 'mentorships:turn'
	and subject_id = m.mentorship_id)`;

/** What must hold of mentorships at every moment; each finds what breaks it. */
const breaches: Record<string, string> = {
	"a state the calendar has forgotten": `select mentorship_id from mentorship m
		where (state in ('exploring', 'agreeing', 'closing')
			or (state = 'active' and ends_on is not null)
			or (state = 'paused' and paused_until is not null)) and not ${turns}`,
	"a calendar for what is over": `select mentorship_id from mentorship m
		where state in ('completed', 'ended') and ended_as <> 'informal'
			and ${turns}`,
	"an end that does not say how": `select mentorship_id from mentorship m
		where (state in ('completed', 'ended')) <> (ended_as is not null)`,
	"active without everyone's signature": `select m.mentorship_id
		from mentorship m join mentorship_member p using (mentorship_id)
		where m.state = 'active' and m.kind <> 'external' and p.left_at is null
			and p.joined_at <= m.active_since
			and not exists (select from agreement a
				join agreement_signature s using (agreement_id)
				where a.mentorship_id = m.mentorship_id
					and a.in_force_at is not null and s.person_id = p.person_id)`,
	"active without a rhythm": `select mentorship_id from mentorship
		where state = 'active' and rhythm is null`,
	"a version in force that somebody has not signed": `select a.agreement_id
		from agreement a where a.in_force_at is not null and not exists (
			select from agreement_signature s
			where s.agreement_id = a.agreement_id)`,
	"an answer kept when exploring is over": `select e.person_id
		from exploring_answer e join mentorship m using (mentorship_id)
		where m.state not in ('exploring', 'paused')`,
	"paused by nobody, or nothing to come back to": `select mentorship_id
		from mentorship where (state = 'paused') <> (paused_from is not null)`,
	"a seat over capacity": `select e.person_id from enrollment e
		where e.capacity < (select count(*) from mentorship_member p
			join mentorship m using (mentorship_id)
			where p.person_id = e.person_id and p.role = 'mentor'
				and p.left_at is null and m.state in ${underWay})`,
	"under way without anyone in it": `select mentorship_id from mentorship m
		where state in ${underWay} and not exists (
			select from mentorship_member p where p.left_at is null
				and p.mentorship_id = m.mentorship_id)`,
	"a group of more than seven mentees": `select mentorship_id
		from mentorship_member where role = 'mentee' and left_at is null
		group by mentorship_id having count(*) > 7`,
	"two meetings planned at once": `select mentorship_id from meeting
		where state = 'planned' group by mentorship_id having count(*) > 1`,
	"a meeting of what is over": `select meeting_id from meeting t
		join mentorship m using (mentorship_id)
		where t.state = 'planned' and t.starts_at > m.since
			and m.state in ('completed', 'ended')
			and not exists (select from schedule s
				where s.kind = 'mentorships:over'
					and s.subject_id = m.mentorship_id)`,
	"said to someone who is not in it": `select o.owed_id from owed o
		join mentorship m on m.mentorship_id = o.subject_id
		where o.kind like 'mentorships:%' and not exists (
			select from mentorship_member p
			where p.mentorship_id = m.mentorship_id
				and p.person_id = o.person_id)
			and o.person_id is not null`,
	"an end told other than once": `select m.mentorship_id
		from mentorship m join mentorship_member p using (mentorship_id)
		where m.state = 'completed' and m.kind <> 'flash' and p.left_at is null
			and 1 <> (select count(*) from owed o
				where o.kind = 'mentorships:completed'
					and o.subject_id = m.mentorship_id
					and o.person_id = p.person_id
					and o.dedupe_key like '%:' || m.changes || ':%')`,
};

/** The truths that do not hold right now. */
export async function findLifeBreaches({ run }: Office): Promise<string[]> {
	const found = Object.entries(breaches).map(
		([name, query]) =>
			`select '${name.replaceAll("'", "''")}' as name from (${query}) as it`,
	);
	const { rows } = await run((trx) =>
		sql.raw<{ name: string }>(found.join(" union ")).execute(trx),
	);
	return rows.map(({ name }) => name);
}

/** All that a second effect would add to, as one line. */
export async function readEffects({ run }: Office): Promise<string> {
	const { rows } = await run((trx) =>
		sql
			.raw<{ effects: string }>(
				`select concat_ws(' ',
					(select sum(changes) from mentorship),
					(select sum(lineup) from mentorship),
					(select count(*) from owed), (select count(*) from meeting),
					(select count(*) from meeting_answer),
					(select sum(sequence) from meeting),
					(select count(*) from agreement),
					(select count(*) from agreement_signature),
					(select count(*) from agenda_item),
					(select count(*) from action_item),
					(select count(*) from look_back),
					(select count(*) from ending_reason)) as effects`,
			)
			.execute(trx),
	);
	return rows[0]?.effects ?? "";
}

export const lifeTruths = Object.keys(breaches).length;
