import { everyone } from "../people.ts";
import type { TeamState } from "../state.ts";
import type { World } from "../world.ts";

/**
 * What people type as Slack hands it to apps: `@ana` or `@Ana Lopes` becomes
 * `<@U123|ana>`, `#general` becomes `<#C123|general>`, links are bracketed,
 * and all other `&`, `<` and `>` are escaped. `<@U123>` may be typed as such.
 */
export function escapeTyped(
	world: World,
	state: TeamState,
	text: string,
): string {
	const people = everyone(world, state).flatMap((user) =>
		[user.name, user.real_name].map((name): [string, string] => [
			`@${name}`,
			`<@${user.id}|${user.name}>`,
		]),
	);
	const channels = [...state.conversations.values()]
		.filter(({ kind }) => kind === "channel")
		.map(({ id, name }): [string, string] => [`#${name}`, `<#${id}|${name}>`]);
	const known = new Map(
		[...people, ...channels].map(([typed, sent]) => [
			typed.toLowerCase(),
			sent,
		]),
	);
	const names = [...known.keys()].sort((a, b) => b.length - a.length);
	const pattern = new RegExp(
		[
			"<[@#][A-Z0-9]+(?:\\|[^<>|]*)?>",
			`(?<![\\w@#])(?:${names.map(literally).join("|")})(?![\\w])`,
			"https?://[^\\s<>]+",
			"[&<>]",
		].join("|"),
		"giu",
	);
	return text.replace(pattern, (found) => {
		const escaped = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }[found];
		if (escaped) return escaped;
		if (/^https?:/i.test(found)) return `<${found.replaceAll("&", "&amp;")}>`;
		return known.get(found.toLowerCase()) ?? found;
	});
}

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
