import type { Envelope } from "./envelope.ts";
import type { Reply } from "./feature.ts";
import { fieldFaults } from "./fields.ts";
import { sentence } from "./slack.views.ts";
import type { Table } from "./table.ts";
import type { Text, TextKey } from "./text.ts";

/** To a command nobody knows: the nearest one. To anything else: it is old. */
export function unknownEntry(
	{ type, id }: Envelope,
	table: Table,
	text: Text,
): Reply {
	if (type !== "command") return old(text);
	const command = table.nearestCommand(table.route(id).word);
	return {
		do: "say",
		message: command
			? sentence(text, "slack:unknown.nearest", { command })
			: sentence(text, "slack:unknown.help"),
	};
}

type Issue = { path: PropertyKey[]; message: string };

/** A form says which fields; a button of another version is old. */
export function badInput(
	{ type }: Envelope,
	issues: Issue[],
	text: Text,
): Reply {
	const fields = issues.filter(({ path }) => path[0] === "form");
	if (type !== "view" || fields.length === 0) return old(text);
	return {
		do: "errors",
		errors: Object.fromEntries(
			fields.map(({ path, message }) => [
				String(path[1]),
				text.plain(faultOf(message)),
			]),
		),
	};
}

/** Why, where the form's own parser says so. */
function faultOf(message: string): TextKey {
	const known = Object.values(fieldFaults).find((key) => key === message);
	return known ?? "slack:refused.field";
}

function old(text: Text): Reply {
	return { do: "say", message: sentence(text, "slack:refused.oldButton") };
}
