import type { ClientBase } from "pg";
import type { Kind } from "./cast.ts";
import { noonNextMonth } from "./meeting-samples.ts";
import type { Act } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	client: ClientBase;
};

/** The other mentee and their partner have a time for their next talk. */
export async function planMeeting(options: Options): Promise<void> {
	const { as, idOf, client } = options;
	const { rows } = await client.query<{ id: string }>(
		"select mentorship_id as id from mentorship_member where person_id = $1",
		[await idOf("other mentee")],
	);
	await as("other mentee", {
		type: "action",
		id: "meetings:pick",
		in: "modal",
		value: `${rows[0]?.id}:${noonNextMonth}`,
		meta: { known: "none" },
	});
}
