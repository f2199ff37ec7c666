import type pg from "pg";
import { until } from "./until.ts";

/** Resolves when nothing is under way that can be delivered. */
export const allIsSaid = (client: pg.Client): Promise<unknown> =>
	until("rest among the deliveries", async () => {
		const { rowCount } = await client.query(
			`select from delivery join gate using (workspace_id, gate_key)
				where state in ('pending', 'sending') and stopped is null`,
		);
		return rowCount === 0;
	});
