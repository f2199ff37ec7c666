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

/** The other mentee says thank you, as after a flash; then it is as before. */
export async function thankAfterFlash(options: Options): Promise<void> {
	const { as, idOf, marks, team, client } = options;
	const owner = "other mentee";
	const { id } = kinds[owner];
	const users = [id, kinds["other partner"].id];
	const { rows } = await client.query<{
		mentorship: string;
		kind: string;
		state: string;
	}>(
		`select mentorship_id as mentorship, kind, state
			from mentorship join mentorship_member using (workspace_id, mentorship_id)
			where person_id = $1`,
		[await idOf(owner)],
	);
	const [before] = rows;
	if (!before) throw new Error(`The ${owner} is in no mentorship.`);
	const { mentorship } = before;
	const becomes = (kind: string, state: string) =>
		client.query(
			`update mentorship set kind = $2, state = $3, ended_as = null
				where mentorship_id = $1`,
			[mentorship, kind, state],
		);
	await becomes("flash", "closing");
	await as(owner, {
		type: "view",
		id: "mentorships:sendThanks",
		form: { words: marks.make(id, "flashThanks", { team, users }) },
		meta: { mentorship },
	});
	await becomes(before.kind, before.state);
}
