import type { ClientBase } from "pg";
import { type Kind, kinds } from "./cast.ts";
import type { Marks } from "./marks.ts";
import type { Act } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	marks: Marks;
	team: string;
	client: ClientBase;
};

/** The other mentee looks back, and writes on; then it is as it was before. */
export async function lookBack(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	const owner = "other mentee";
	const { id } = kinds[owner];
	const both = [id, kinds["other partner"].id];
	const { rows } = await client.query<{ mentorship: string; state: string }>(
		`select mentorship_id as mentorship, state
			from mentorship join mentorship_member using (workspace_id, mentorship_id)
			where person_id = $1`,
		[await idOf(owner)],
	);
	const [{ mentorship, state } = { mentorship: "", state: "" }] = rows;
	const becomes = (next: string) =>
		client.query("update mentorship set state = $2 where mentorship_id = $1", [
			mentorship,
			next,
		]);
	const form = (when: string) => ({
		helped: ["stories"],
		helpedWords: marks.make(id, `${when}Helped`, { team, users: [id] }),
		learned: marks.make(id, `${when}Learned`, { team, users: [id] }),
		ownWords: marks.make(id, `${when}Own`, { team, users: [id] }),
		thanks: marks.make(id, `${when}Thanks`, { team, users: both }),
		quote: marks.make(id, `${when}Quote`, { team, users: [id] }),
	});
	const meta = { mentorship };
	await becomes("closing");
	await as(owner, {
		type: "view",
		id: "mentorships:saveLookBack",
		form: form("saved"),
		meta,
	});
	await as(owner, {
		type: "action",
		id: "mentorships:keepLookBack",
		in: "modal",
		value: ["stories"],
		form: form("typed"),
		meta,
	});
	await becomes(state);
}
