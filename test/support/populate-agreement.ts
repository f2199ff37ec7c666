import type { ClientBase } from "pg";
import { type Kind, kinds, teams } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { type Act, choice } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	marks: Marks;
	team: string;
	client: ClientBase;
};

/**
 * The other mentee changes the agreement, and writes halfway what is not shared
 * yet; then the mentorship is as it was before.
 */
export async function agree(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	// It quotes what members may read, and in there they are none any more.
	if (team === teams.gone) return;
	const owner = "other mentee";
	const { id } = kinds[owner];
	const both = [id, kinds["other partner"].id];
	const person = await idOf(owner);
	const { rows } = await client.query<{ mentorship: string; state: string }>(
		`select mentorship_id as mentorship, state
			from mentorship join mentorship_member using (workspace_id, mentorship_id)
			where person_id = $1`,
		[person],
	);
	const [{ mentorship, state } = { mentorship: "", state: "" }] = rows;
	const becomes = (next: string) =>
		client.query("update mentorship set state = $2 where mentorship_id = $1", [
			mentorship,
			next,
		]);
	await becomes("agreeing");
	await as(owner, {
		type: "action",
		id: "mentorships:agreement",
		in: "home",
		value: mentorship,
	});
	const versions = await client.query<{ agreement: string }>(
		"select agreement_id as agreement from agreement where mentorship_id = $1",
		[mentorship],
	);
	const mark = (field: string, users: string[]) =>
		marks.make(id, field, { team, users });
	await as(owner, {
		type: "view",
		id: "mentorships:saveAgreement",
		form: {
			helps: mark("agreedHelps", both),
			helpsNot: mark("agreedHelpsNot", both),
			rhythm: choice("weekly"),
			length: choice("45"),
			format: choice("video"),
			reach: mark("agreedReach", both),
			months: choice("4"),
		},
		meta: { agreement: versions.rows[0]?.agreement ?? "" },
	});
	await becomes("active");
	await client.query(
		`with asked as (insert into halfway
				(workspace_id, halfway_id, mentorship_id, asked_at)
				select workspace_id, gen_random_uuid(), mentorship_id, now()
					from mentorship where mentorship_id = $1
				returning workspace_id, halfway_id, mentorship_id)
			insert into halfway_answer (workspace_id, halfway_id, person_id)
				select workspace_id, halfway_id, person_id
					from asked join mentorship_member using (workspace_id, mentorship_id)`,
		[mentorship],
	);
	await as(owner, {
		type: "view",
		id: "mentorships:saveHalfway",
		form: {
			keep: mark("keep", [id]),
			stop: mark("stop", [id]),
			start: mark("start", [id]),
		},
		meta: { mentorship },
	});
	await becomes(state);
}
