import type {
	CountRow,
	DeliveryRow,
	DroppedRow,
	StoppedRow,
} from "./deliveries.queries.ts";
import { formatSeconds, formatTable, formatTime } from "./table.ts";

export type Ledger = {
	counts: CountRow[];
	stopped: StoppedRow[];
	troubled: DeliveryRow[];
	dropped: DroppedRow[];
};

/** What someone who runs the bot asks about its messages; times are UTC. */
export function formatLedger(
	{ counts, stopped, troubled, dropped }: Ledger,
	most: number,
): string {
	return [
		part(
			"Messages by state and kind",
			"There are none.",
			["state", "kind", "count", "oldest", "waits", "id of the oldest"],
			counts.map((row) => [
				row.state,
				row.kind,
				row.count,
				formatTime(row.oldestAt),
				isWaiting(row) ? formatSeconds(row.waitedSeconds) : "",
				row.oldestId ?? "",
			]),
		),
		part(
			"Stopped",
			"Nothing is.",
			["workspace", "where", "pending", "reason"],
			stopped.map(({ workspaceId, gateKey, pending, reason }) => [
				workspaceId,
				gateKey ?? "all of it",
				pending,
				reason,
			]),
			most,
		),
		part(
			"Failed or uncertain, the newest first",
			"None.",
			deliveryHeadings,
			troubled.map(deliveryCells),
			most,
		),
		part(
			"Dropped, by reason",
			"None.",
			["reason", "count", "newest"],
			dropped.map((row) => [row.reason, row.count, formatTime(row.newestAt)]),
		),
	].join("\n");
}

/** A list of deliveries, cut after `most`. */
export function formatDeliveries(rows: DeliveryRow[], most: number): string {
	return formatSome(deliveryHeadings, rows.map(deliveryCells), most);
}

const deliveryHeadings = [
	"id",
	"state",
	"kind",
	"tries",
	"last",
	"reason",
	"to",
	"workspace",
];

function deliveryCells(row: DeliveryRow): (string | number)[] {
	return [
		row.deliveryId,
		row.state,
		row.kinds,
		row.attempts,
		formatTime(row.at),
		row.reason ?? "",
		row.gateKey,
		row.workspaceId,
	];
}

function isWaiting({ state }: CountRow): boolean {
	return ["owed", "pending", "sending", "unknown"].includes(state);
}

function part(
	title: string,
	empty: string,
	headings: string[],
	rows: (string | number)[][],
	most = rows.length,
): string {
	const text =
		rows.length === 0 ? `  ${empty}\n` : formatSome(headings, rows, most);
	return `${title}\n${text}`;
}

function formatSome(
	headings: string[],
	rows: (string | number)[][],
	most: number,
): string {
	const left = rows.length - most;
	return (
		formatTable(headings, rows.slice(0, most)) +
		(left > 0 ? `  and ${left} more; --most shows them\n` : "")
	);
}
