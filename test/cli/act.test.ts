import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openShop, type Shop, type State } from "../support/cli-shop.ts";

let shop: Shop;
beforeEach(async () => {
	shop = await openShop();
});
afterEach(() => shop.drop());

describe("retry", () => {
	test("asks, and then it is pending and its gate is due", async () => {
		const failed = await shop.delivery(0, "failed", {
			reason: "invalid_blocks",
		});
		const dropped = await shop.delivery(1, "dropped");
		const unknown = await shop.delivery(2, "unknown");
		expect(await shop.claimable()).toEqual([]);

		const asked = [failed, dropped, unknown];
		const no = await shop.mentor(["retry", ...asked], false);
		expect(no.code).toBe(1);
		expect(no.output).toMatch(/^3 will be sent again:/);
		expect(no.output).toMatch(/1 may have been posted already/);
		expect(no.output).toMatch(/Go on\? \[y\/N\] Nothing was changed\./);
		expect(await shop.claimable()).toEqual([]);

		const yes = await shop.mentor(["retry", ...asked], true);
		expect(yes).toMatchObject({ code: 0 });
		expect(yes.output).toMatch(/Made due: 3\.\n$/);
		expect(await shop.query("select distinct attempts from delivery")).toEqual([
			{ attempts: 0 },
		]);
		expect(await shop.claimable()).toEqual(asked.sort());
	});

	test("only those for which it makes sense", async () => {
		const sent = await shop.delivery(0, "sent");
		const stale = await shop.delivery(1, "dropped", { staleAfterHours: -1 });
		const failed = await shop.delivery(2, "failed");
		const missing = "01938f6e-0000-7000-8000-000000000001";
		const args = ["retry", sent, stale, failed, missing, "--yes"];
		const { code, output } = await shop.mentor(args);
		expect(code).toBe(1);
		expect(output).toContain(`${sent} is sent.`);
		expect(output).toContain(`${stale} is stale`);
		expect(output).toContain(`${missing} is not known.`);
		expect(output).toMatch(/Made due: 1\.\n$/);
		expect(await shop.claimable()).toEqual([failed]);
	});

	test("all that failed, and nothing else; then there is nothing", async () => {
		const failed = [
			await shop.delivery(0, "failed"),
			await shop.delivery(1, "failed"),
		];
		await shop.delivery(2, "unknown");
		expect(await shop.mentor(["retry", "--failed", "--yes"])).toMatchObject({
			code: 0,
		});
		expect(await shop.claimable()).toEqual(failed.sort());
		expect(await shop.mentor(["retry", "--failed"])).toEqual({
			code: 0,
			output: "There is nothing to retry.\n",
		});
	});

	test("says what will wait behind a stop, and leaves the stop", async () => {
		const id = await shop.delivery(0, "failed");
		await shop.query("update lane set stopped = 'token_revoked'");
		const { output } = await shop.mentor(["retry", id, "--yes"]);
		expect(output).toMatch(/1 will wait: the workspace or conversation/);
		expect(await shop.stateOf(id)).toBe("pending");
		expect(await shop.claimable()).toEqual([]);
	});

	test("a gate stays shut while a message is in flight", async () => {
		const id = await shop.delivery(0, "failed");
		await shop.query("update gate set open_at = now() + interval '1 hour'");
		await shop.mentor(["retry", id, "--yes"]);
		expect(await shop.stateOf(id)).toBe("pending");
		expect(await shop.claimable()).toEqual([]);
	});
});

describe("drop", () => {
	test("asks, and then it is never sent", async () => {
		const pending = await shop.delivery(0, "pending");
		const unknown = await shop.delivery(1, "unknown");
		const other = await shop.delivery(2, "pending");
		const { code, output } = await shop.mentor(
			["drop", pending, unknown],
			true,
		);
		expect(code).toBe(0);
		expect(output).toMatch(/^2 will be dropped and never sent:/);
		expect(output).toMatch(/Dropped: 2\.\n$/);
		expect(await shop.stateOf(pending)).toBe("dropped: dropped by hand");
		expect(await shop.stateOf(unknown)).toBe("dropped: dropped by hand");
		expect(await shop.claimable()).toEqual([other]);
	});

	test.each<State>(["sending", "sent", "dropped"])(
		"not what is %s",
		async (state) => {
			const id = await shop.delivery(0, state);
			const before = await shop.stateOf(id);
			expect(await shop.mentor(["drop", id, "--yes"])).toEqual({
				code: 1,
				output: `${id} is ${state}.\nThere is nothing to drop.\n`,
			});
			expect(await shop.stateOf(id)).toBe(before);
		},
	);

	test("without a terminal and without --yes it refuses", async () => {
		const id = await shop.delivery(0, "pending");
		const { code, output } = await shop.mentor(["drop", id], null);
		expect(code).toBe(1);
		expect(output).toMatch(/Nobody is at a terminal.*--yes/);
		expect(await shop.stateOf(id)).toBe("pending");
	});
});
