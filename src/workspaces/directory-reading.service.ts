import { Readable } from "node:stream";
import { setImmediate as breathe } from "node:timers/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { limits, type ReadRow, type Unreadable } from "./directory.ts";
import { separatorOf } from "./directory-csv.ts";
import { type Header, readHeader, readRow } from "./directory-table.ts";

export type Reading =
	| { ok: true; rows: ReadRow[]; unused: string[] }
	| ({ ok: false } & Unreadable);

/** Rows read until others get their turn, and bytes of a piece. */
const atATime = 500;
const piece = 16_384;

/** A file's text: UTF-8, or UTF-16 as Excel saves "Unicode text"; else null. */
export function decode(bytes: Uint8Array): string | null {
	const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
	try {
		return new TextDecoder(isWide ? "utf-16le" : "utf-8", {
			fatal: true,
		}).decode(bytes);
	} catch {
		return null;
	}
}

/**
 * Reads a CSV text of up to `limits.rows` rows, a few at a time: the event loop
 * is never held for long. `onRows` hears how many there are so far.
 */
export async function readTable(
	text: string,
	{
		emails,
		onRows = () => {},
	}: {
		emails: boolean;
		onRows?: (count: number) => void;
	},
): Promise<Reading> {
	const rows: ReadRow[] = [];
	let header: Header | null = null;
	let end = 0;
	try {
		const heard = (lines: number) => {
			end = lines;
		};
		for await (const { record, info } of recordsOf(text, heard)) {
			if (!header) {
				const first = readHeader(record, { emails });
				if (!first.ok) return first;
				({ header } = first);
				continue;
			}
			if (rows.length === limits.rows) return { ok: false, why: "tooMany" };
			const inside = record.join("").split("\n").length - 1;
			rows.push(readRow(header, info.lines - inside, record, { emails }));
			if (rows.length % atATime > 0) continue;
			onRows(rows.length);
			await breathe();
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// The parser only knows where the text ends.
		return { ok: false, why: "quote", line: end + 1 };
	}
	if (!header || rows.length === 0) return { ok: false, why: "empty" };
	return { ok: true, rows, unused: header.unused };
}

type Parsed = { record: string[]; info: Info };

/** Lines without a word in them, as spreadsheets leave behind, are passed over. */
function recordsOf(
	text: string,
	heard: (lines: number) => void,
): AsyncIterable<Parsed> {
	const parser = parse({
		bom: true,
		delimiter: separatorOf(text),
		info: true,
		// Called as it parses: records themselves are lost with an error.
		on_record(record, { lines }) {
			heard(lines);
			return record;
		},
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		skip_records_with_empty_values: true,
	});
	return Readable.from(piecesOf(text), { objectMode: false }).pipe(parser);
}

function* piecesOf(text: string): Generator<Buffer> {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; at += piece)
		yield bytes.subarray(at, at + piece);
}
