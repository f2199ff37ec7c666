import { sql } from "kysely";
import { type Db, withWorkspace } from "../../src/db/database.ts";
import { answer } from "../../src/threads/work.ts";

export type Odd = {
	does: "tells" | "fails" | "computes" | "hangs" | "dies";
	workspaceId: string;
	/** How many have begun, and whether they may end. */
	shared: Int32Array;
};

export async function oddWork(
	db: Db,
	{ does, workspaceId, shared }: Odd,
): Promise<{ role: string; at: Date }> {
	return withWorkspace(db, workspaceId, async (trx) => {
		const { rows } = await sql<{ role: string; at: Date }>`
			insert into workspace (workspace_id, team_id, name, state)
			values (${workspaceId}::uuid, ${workspaceId}, 'Odd', 'installed')
			returning current_user::text as role, created_at as at`.execute(trx);
		Atomics.add(shared, 0, 1);
		if (does === "fails")
			throw Object.assign(new Error("of nobody's business"), { code: "odd" });
		if (does === "dies") process.exit(1);
		if (does === "computes") while (Atomics.load(shared, 1) === 0);
		if (does === "hangs") await new Promise(() => {});
		const [row] = rows;
		if (!row) throw new Error("It was not inserted.");
		return row;
	});
}

await answer(oddWork);
