type Cell = string | number;

/**
 * Rows under their headings, columns apart by two spaces, numbers to the
 * right. What comes from outside loses its control characters: a reason must
 * not move a terminal's cursor.
 */
export function formatTable(headings: string[], rows: Cell[][]): string {
	const texts = [headings, ...rows].map((row) => row.map(plain));
	const widths = headings.map((_, column) =>
		Math.max(...texts.map((row) => row[column]?.length ?? 0)),
	);
	const isNumeric = headings.map((_, column) =>
		rows.every((row) => typeof row[column] === "number"),
	);
	return texts
		.map((row) => {
			const cells = row.map((text, column) =>
				isNumeric[column]
					? text.padStart(widths[column] ?? 0)
					: text.padEnd(widths[column] ?? 0),
			);
			return `  ${cells.join("  ")}`.trimEnd();
		})
		.map((line) => `${line}\n`)
		.join("");
}

function plain(cell: Cell): string {
	return String(cell).replace(/\p{C}/gu, "?");
}

/** A length of time in its largest fitting unit, such as "4 min". */
export function formatSeconds(seconds: number): string {
	const units: [name: string, size: number][] = [
		["d", 86_400],
		["h", 3_600],
		["min", 60],
	];
	const [name, size] = units.find(([, least]) => seconds >= least) ?? ["s", 1];
	return `${Math.max(0, Math.floor(seconds / size))} ${name}`;
}

/** To the minute, in UTC. */
export function formatTime(at: Date): string {
	return at.toISOString().slice(0, 16).replace("T", " ");
}
