import { type Kind, kinds } from "./cast.ts";
import type { Marks } from "./marks.ts";
import type { Stage } from "./stage.ts";

const importer: Kind = "manager of this program";

/** Has rows of directory data checked, which wait to be confirmed. */
export async function leaveImport(
	stage: Stage,
	marks: Marks,
	team: string,
): Promise<void> {
	const { id: user } = kinds[importer];
	const department = marks.make(user, "imported", { team, users: [user] });
	const { rows } = await stage.client.query<{ program: string }>(
		`select program_id as program from program_manager
			join person using (workspace_id, person_id)
			join workspace using (workspace_id)
			where team_id = $1 and slack_user_id = $2`,
		[team, user],
	);
	await stage.perform(
		{ team, user },
		{
			type: "view",
			id: "workspaces:checkImport",
			form: { pasted: `slack_id,department\nU0OTHERMENTEE,${department}` },
			meta: { program: rows[0]?.program },
		},
	);
}
