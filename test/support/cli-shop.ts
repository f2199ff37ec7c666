import { runCli } from "../../src/cli/run-cli.ts";
import { withWorkspace } from "../../src/db/database.ts";
import { claimDeliveries } from "../../src/delivery/claim.queries.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { type Ledger, openLedger, type Place } from "./ledger.ts";

export type State =
	| "pending"
	| "sending"
	| "sent"
	| "unknown"
	| "failed"
	| "dropped";

/** A ledger of one workspace, and the tool that works on it. */
export async function openShop() {
	const ledger: Ledger = await openLedger();
	const place: Place = await ledger.addWorkspace(8);

	/** A delivery to the person of this number, in a state; its id. */
	async function delivery(
		who: number,
		state: State,
		{ reason = "", staleAfterHours = 24, kind = "goals:note" } = {},
	): Promise<string> {
		const { workspaceId, people } = place;
		const personId = people[who] ?? "";
		const key = `it:${who}:${state}:${reason}:${kind}`;
		await withWorkspace(ledger.db, workspaceId, (trx) =>
			insertOwed(trx, [
				{
					kind,
					to: { personId },
					subjectId: personId,
					key,
					urgency: "now",
					staleAfterHours,
				},
			]),
		);
		const [row] = await ledger.query<{ id: string }>(
			`update delivery set state = $2, last_error = nullif($3, ''),
				attempts = 6, next_at = case $2 when 'pending' then next_at
					else now() + interval '1 hour' end,
				lease_token = case $2 when 'unknown' then gen_random_uuid() end
			where delivery_id = (select delivery_id from owed where dedupe_key = $1)
			returning delivery_id as id`,
			[key, state, reason],
		);
		// As the sender leaves a gate behind which nothing is pending.
		if (state !== "pending")
			await ledger.query("update gate set due_at = null where gate_key = $1", [
				`person:${personId}`,
			]);
		return row?.id ?? "";
	}

	async function stateOf(id: string): Promise<unknown> {
		const [row] = await ledger.query<{ state: string; last_error: string }>(
			"select state, last_error from delivery where delivery_id = $1",
			[id],
		);
		return row?.last_error ? `${row.state}: ${row.last_error}` : row?.state;
	}

	async function mentor(
		args: string[],
		answer: boolean | null | "unasked" = "unasked",
	) {
		let output = "";
		const config = { databaseUrl: ledger.url, dataDir: "unused" };
		const code = await runCli(
			args,
			{ ok: true, config },
			{
				print(text) {
					output += text;
				},
				async confirm(question) {
					output += question;
					if (answer === "unasked")
						throw new Error("It should not have asked.");
					return answer;
				},
			},
		);
		return { code, output };
	}

	/** What a sender could take now; it is taken. */
	const claimable = async () => {
		const claimed = await claimDeliveries(ledger.senderDb, {
			most: 50,
			leaseSeconds: 60,
			perSecond: 1000,
			busy: [],
		});
		return claimed.map(({ deliveryId }) => deliveryId).sort();
	};

	return { ...ledger, ...place, delivery, stateOf, mentor, claimable };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
