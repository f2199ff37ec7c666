import type { ClientBase } from "pg";
import { type Kind, kinds } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { type Act, choice } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	marks: Marks;
	team: string;
	client: ClientBase;
};

/** Mentees ask whom they could talk to, and one mentor names a stranger. */
export async function introduce(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	const find = async (query: string, kind: Kind): Promise<string> => {
		const { rows } = await client.query<{ id: string }>(query, [
			await idOf(kind),
		]);
		return rows[0]?.id ?? "";
	};

	async function wonders(mentee: Kind, mentor: Kind, readers: Kind[]) {
		const users = readers.map((kind) => kinds[kind].id);
		const mark = (field: string) =>
			marks.make(kinds[mentee].id, field, { team, users });
		const mentorship = await find(
			"select mentorship_id as id from mentorship_member where person_id = $1",
			mentee,
		);
		const form = {
			partner: choice(`${mentorship}/${await idOf(mentor)}`),
			topic: mark("wonder"),
			why: mark("wonderWhy"),
		};
		await as(mentee, { type: "view", id: "introductions:ask", form });
	}

	const mentor = "partner of the mentee";
	await wonders("mentee", mentor, ["mentee", mentor, "stranger"]);
	await wonders("other mentee", "other partner", [
		"other mentee",
		"other partner",
	]);
	const introduction = await find(
		"select introduction_id as id from introduction where mentee_id = $1",
		"mentee",
	);
	const users = [kinds[mentor].id, kinds.stranger.id];
	const note = marks.make(kinds[mentor].id, "praise", { team, users });
	const person = {
		type: "users_select" as const,
		selected_user: kinds.stranger.id,
	};
	await as(mentor, {
		type: "view",
		id: "introductions:name",
		form: { person, note },
		meta: { introduction },
	});
	// What is said in working hours would be said while others act.
	await client.query(
		`update owed set plan_at = now() + interval '1 day'
			where delivery_id is null and kind like 'introductions:%'`,
	);
}
