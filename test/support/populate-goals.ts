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

/** The mentee shares a goal with the mentor, and lets another one go. */
export async function pursueGoals(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	const owner = "mentee";
	const { id } = kinds[owner];
	const both = [id, kinds["partner of the mentee"].id];
	const mark = (field: string, users: string[]) =>
		marks.make(id, field, { team, users });
	const words = (name: string, users: string[]) => ({
		text: mark(`${name}Text`, users),
		measure: mark(`${name}Measure`, users),
		steps: mark(`${name}Step`, users),
	});
	const person = await idOf(owner);
	const find = async (query: string): Promise<string> => {
		const { rows } = await client.query<{ id: string }>(query, [person]);
		return rows[0]?.id ?? "";
	};
	const mentorship = await find(
		"select mentorship_id as id from mentorship_member where person_id = $1",
	);
	const shared = { ...words("shared", both), mentorship: choice(mentorship) };
	for (const form of [shared, words("own", [id])])
		await as(owner, { type: "view", id: "goals:create", form });
	const goal = await find(
		`select goal_id as id from goal
			where person_id = $1 and mentorship_id is null`,
	);
	const form = { why: mark("letGoWhy", [id]) };
	const meta = { goal };
	await as(owner, { type: "view", id: "goals:confirmLetGo", form, meta });
}
