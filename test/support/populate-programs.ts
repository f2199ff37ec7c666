import type { ClientBase } from "pg";
import { type Kind, kinds } from "./cast.ts";
import type { Act } from "./requests-payloads.ts";
import type { Stage } from "./stage.ts";

/** The Slack admin founds two programs, and leaves each to its manager. */
export async function foundPrograms(stage: Stage, team: string): Promise<void> {
	const user = kinds["Slack admin"].id;
	const does = (act: Act) => stage.perform({ team, user }, act);

	async function leavesTo(program: string, to: Kind) {
		const person = { type: "users_select", selected_user: kinds[to].id };
		const [form, meta] = [{ person }, { program }];
		await does({ type: "view", id: "programs:addManager", form, meta });
		const value = program;
		await does({ type: "action", id: "programs:stepDown", value });
	}

	const first = await programId(stage.client, team, "first");
	await does({ type: "action", id: "programs:claim", value: first });
	await leavesTo(first, "manager of this program");
	const form = { name: "Another program" };
	await does({ type: "view", id: "programs:create", form });
	const second = await programId(stage.client, team, "second");
	await leavesTo(second, "manager of another program");
	await does({ type: "action", id: "programs:choose", value: first });
}

/** Our id of the program every workspace starts with, or of the other. */
export async function programId(
	client: ClientBase,
	team: string,
	which: "first" | "second",
): Promise<string> {
	const { rows } = await client.query<{ id: string }>(
		`select program_id as id from program join workspace using (workspace_id)
			where team_id = $1 and is_first = $2`,
		[team, which === "first"],
	);
	if (!rows[0]) throw new Error(`There is no ${which} program in ${team}.`);
	return rows[0].id;
}
