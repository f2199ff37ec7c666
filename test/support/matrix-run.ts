import { isMember } from "./actors.ts";
import type { Marks } from "./marks.ts";
import { findFault, nameOf, type Use, type Used } from "./matrix-uses.ts";
import { samples } from "./samples.ts";
import type { Stage } from "./stage.ts";
import {
	bookkeeping,
	type Checksums,
	changed,
	type Tables,
	tableOf,
} from "./tables.ts";
import { until } from "./until.ts";

/** What running a part of the matrix found; all lists should be empty. */
export type Found = {
	used: Used[];
	faults: string[];
	leaks: string[];
	writes: string[];
};

type Options = { stage: Stage; tables: Tables; marks: Marks };

// The sender writes in these at its own time.
const without = ["audit", ...bookkeeping];
const atATime = 4;

/** Runs cells of the matrix and says what they did that they must not. */
export function createRun({ stage, tables, marks }: Options) {
	const everything = () => tables.checksums({ without });

	async function perform(use: Use): Promise<Used> {
		const { entry, actor, thing } = use;
		const act = samples[nameOf(entry)]?.act(thing?.id ?? "");
		if (!act) throw new Error(`${nameOf(entry)} has no sample.`);
		return { ...use, done: await stage.perform(actor, act) };
	}

	/** What the policy forbids: nothing at all may be written. */
	async function refuse(uses: Use[]): Promise<Found> {
		await stage.client.query("delete from audit");
		const before = await everything();
		const used: Used[] = [];
		// What is refused changes nothing, so a few may go at a time.
		for (let next = 0; next < uses.length; next += atATime)
			used.push(
				...(await Promise.all(uses.slice(next, next + atATime).map(perform))),
			);
		const faults = [...faultsIn(used), ...(await missingInAudit(used))];
		const writes = changed(before, await everything());
		return { used, faults, leaks: leaks(used), writes };
	}

	/** What it allows, each on the same ground, in one's own workspace only. */
	async function allow(uses: Use[]): Promise<Found> {
		const before = await everything();
		const used: Used[] = [];
		const writes: string[] = [];
		for (const use of uses) {
			const at = await lastWrite();
			const done = await perform(use);
			used.push(done);
			await effectOf(done, before);
			if ((await lastWrite()) === at) continue;
			if (changed(before, await everything()).length === 0) continue;
			await stage.settled();
			// What goes on behind a modal has come to its end as well.
			const after = changed(before, await everything());
			const own = await workspaceId(use.actor.team);
			writes.push(...after.filter((key) => !key.startsWith(own)));
			// An uninstall stops the lane, and nothing would be sent ever after.
			await tables.restore(new Set([...after.map(tableOf), "lane"]));
		}
		return { used, faults: faultsIn(used), leaks: leaks(used), writes };
	}

	/** What Postgres calls the next transaction that writes, wherever it is. */
	async function lastWrite(): Promise<string> {
		const { rows } = await stage.client.query<{ next: string }>(
			"select pg_snapshot_xmax(pg_current_snapshot())::text as next",
		);
		return rows[0]?.next ?? "";
	}

	/** Events are taken before they are acted on. */
	async function effectOf({ entry, actor }: Used, before: Checksums) {
		if (entry.type !== "event") return;
		await until(`an effect of ${nameOf(entry)}`, async () =>
			entry.policy.who === "system"
				? changed(before, await everything()).length > 0
				: stage.front.told.some(
						({ method, args }) =>
							method === "views.publish" && args.user_id === actor.user,
					),
		);
	}

	/** Each refusal that counts is written down, with what it was about. */
	async function missingInAudit(used: Used[]): Promise<string[]> {
		const lines = used
			.filter(({ said }) => said.is === "refused" && said.audited)
			.map(({ entry, thing }) => {
				const isRelated = entry.policy.who === "related";
				const subject = isRelated ? (thing?.id ?? null) : null;
				return `${nameOf(entry)} denied ${subject}`;
			});
		const read = async () => {
			const { rows } = await stage.client.query<{ line: string }>(
				`select action || ' ' || outcome || ' ' ||
					coalesce(subject_id::text, 'null') as line from audit`,
			);
			return rows.map(({ line }) => line);
		};
		// Events are refused after they were taken.
		await until(
			"every refusal in the audit",
			async () => (await read()).length >= lines.length,
			2_000,
		).catch(() => {});
		const found = await read();
		return found.sort().join("\n") === lines.sort().join("\n")
			? []
			: [`the audit has ${found.length} lines of ${lines.length} refusals`];
	}

	/** Marked texts in all that was said, but for their own readers. */
	function leaks(used: Used[]): string[] {
		const read = used.map(({ actor, done }) => ({
			text: done.answer.body,
			readers: [{ team: actor.team, user: actor.user }],
		}));
		const told = stage.front.told.splice(0).map((one) => ({
			text: JSON.stringify(one.args),
			readers: stage.readersOf(one),
		}));
		return [...read, ...told].flatMap(({ text, readers }) =>
			readers.length === 0
				? marks.leaks(text, null)
				: readers.flatMap((reader) =>
						marks.leaks(text, { ...reader, isMember: isMember(reader) }),
					),
		);
	}

	async function workspaceId(team: string): Promise<string> {
		const { rows } = await stage.client.query<{ id: string }>(
			"select workspace_id as id from workspace where team_id = $1",
			[team],
		);
		return rows[0]?.id ?? "no workspace";
	}

	return { refuse, allow };
}

function faultsIn(used: Used[]): string[] {
	return used.flatMap((use) => {
		const fault = findFault(use);
		return fault ? [`${use.actor.name}, ${use.thing?.name}, ${fault}`] : [];
	});
}
