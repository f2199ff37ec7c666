import type { ClientBase } from "pg";
import type { Kind } from "./cast.ts";
import { noonNextMonth } from "./meeting-samples.ts";
import type { Act } from "./requests-payloads.ts";
import { until } from "./until.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	client: ClientBase;
};

/** The other mentee and their partner have a time for their next talk. */
export async function planMeeting(options: Options): Promise<void> {
	const { as, idOf, client } = options;
	const { rows } = await client.query<{ id: string }>(
		`select m.mentorship_id as id from mentorship_member p
			join mentorship m using (workspace_id, mentorship_id)
			where p.person_id = $1 and m.kind = 'one_to_one'
			order by m.created_at limit 1`,
		[await idOf("other mentee")],
	);
	const mentorship = rows[0]?.id;
	await until("a time that is picked", async () => {
		await as("other mentee", {
			type: "action",
			id: "meetings:pick",
			in: "modal",
			value: `${mentorship}:${noonNextMonth}`,
			meta: { known: "none" },
		});
		const { rowCount } = await client.query(
			"select from meeting where mentorship_id = $1 and state = 'planned'",
			[mentorship],
		);
		return rowCount === 1 || !mentorship;
	});
}
