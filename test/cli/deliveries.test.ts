import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openShop, type Shop } from "../support/cli-shop.ts";

let shop: Shop;
beforeEach(async () => {
	shop = await openShop();
});
afterEach(() => shop.drop());

describe("deliveries", () => {
	test("an empty ledger", async () => {
		const { code, output } = await shop.mentor(["deliveries"]);
		expect(code).toBe(0);
		expect(output).toMatch(/^Messages by state and kind\n {2}There are none\./);
		expect(output).toMatch(/Stopped\n {2}Nothing is\./);
	});

	test("counts, the oldest, what is stopped and why, what failed", async () => {
		const oldest = await shop.delivery(0, "pending");
		await shop.delivery(1, "pending");
		const failed = await shop.delivery(2, "failed", {
			reason: "invalid_blocks",
		});
		const unknown = await shop.delivery(3, "unknown", { reason: "ETIMEDOUT" });
		await shop.delivery(4, "dropped", { reason: "stale" });
		await shop.delivery(5, "sent", { kind: "goals:other" });
		await shop.query(
			`update delivery set created_at = now() - interval '3 hours'
				where delivery_id = $1`,
			[oldest],
		);
		await shop.query("update delivery set claimed_at = $2 where state = $1", [
			"failed",
			new Date("2026-01-01T08:30:00Z"),
		]);
		await shop.query("update lane set stopped = 'token_revoked'");
		await shop.query("update gate set stopped = $2 where gate_key = $1", [
			`person:${shop.people[1]}`,
			"user_disabled",
		]);
		const { code, output } = await shop.mentor(["deliveries"]);
		expect(code).toBe(0);
		const lines = output.split("\n").map((line) => line.trim().split(/ {2,}/));
		const at = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
		const since = expect.stringMatching(/^\d+ (?:s|min)$/);
		expect(lines).toEqual(
			expect.arrayContaining([
				["pending", "goals:note", "2", at, "3 h", oldest],
				["unknown", "goals:note", "1", at, since, unknown],
				["sent", "goals:other", "1", at, expect.any(String)],
				[shop.workspaceId, "all of it", "2", "token_revoked"],
				[shop.workspaceId, `person:${shop.people[1]}`, "1", "user_disabled"],
				["stale", "1", at],
			]),
		);
		const troubled = lines
			.filter((line) => line.includes("6"))
			.map(([id]) => id);
		expect(troubled).toEqual([unknown, failed]);
		expect(output).toContain("2026-01-01 08:30  invalid_blocks");
	});

	test("a digest counts once, and what waits to be planned is told", async () => {
		const digest = await shop.delivery(0, "pending");
		await shop.query(
			`insert into owed (workspace_id, owed_id, dedupe_key, kind, person_id,
				subject_id, urgency, stale_after, delivery_id)
			select workspace_id, gen_random_uuid(), kind, kind, person_id, person_id,
				'today', now(), case kind when 'goals:late' then delivery_id end
			from delivery, unnest(array['goals:late', 'goals:later']) kind
			where delivery_id = $1`,
			[digest],
		);
		const { output } = await shop.mentor(["deliveries"]);
		expect(output).toMatch(/owed +goals:later +1 /);
		expect(output).toMatch(/pending +several kinds +1 /);
	});

	test("long lists are cut", async () => {
		for (const who of [0, 1, 2]) await shop.delivery(who, "failed");
		const { output } = await shop.mentor(["deliveries", "--most", "2"]);
		expect(output).toMatch(/and 1 more; --most shows them/);
	});
});
