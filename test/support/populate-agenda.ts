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

/** The mentee prepares, meets, takes something on and says how it went. */
export async function prepareAgenda(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	const owner = "mentee";
	const { id } = kinds[owner];
	const users = [id, kinds["partner of the mentee"].id];
	const mark = (field: string) => marks.make(id, field, { team, users });
	const find = async (query: string): Promise<string> => {
		const person = await idOf(owner);
		const { rows } = await client.query<{ id: string }>(query, [person]);
		return rows[0]?.id ?? "";
	};
	const mentorship = await find(
		`select m.mentorship_id as id from mentorship_member p
			join mentorship m using (workspace_id, mentorship_id)
			where p.person_id = $1 and m.state = 'exploring'
				and m.kind <> 'external'`,
	);
	await as(owner, {
		type: "action",
		id: "meetings:met",
		in: "modal",
		value: mentorship,
	});
	const meeting = await find(
		`select meeting_id as id from meeting t
			join mentorship_member p using (workspace_id, mentorship_id)
			where p.person_id = $1 and t.state = 'met'`,
	);
	await as(owner, {
		type: "view",
		id: "agenda:saveWrapUp",
		form: { took1: mark("took"), took2: mark("tookToo"), useful: choice("4") },
		meta: { meeting },
	});
	const action = await find(
		"select action_id as id from action_item where owner_id = $1",
	);
	await as(owner, {
		type: "view",
		id: "agenda:saveWhy",
		form: { why: mark("tookWhy") },
		meta: { action, state: "own_way" },
	});
	await as(owner, {
		type: "view",
		id: "agenda:save",
		form: { hopes: mark("hopes"), own: mark("point") },
		meta: { mentorship, seen: "{}" },
	});
}
