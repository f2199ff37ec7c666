import type { KnownBlock } from "@slack/types";
import { context, section } from "../slack/blocks.ts";
import { cut, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { limits, type Problem, type Unreadable } from "./directory.ts";
import type { BadRow } from "./directory-plan.ts";

/** Rows shown in the modal; all of them are in the file. */
export const mostShown = 20;
/** So that as many fit into one section. */
const longestWho = 40;
const longestProblems = 90;

/** What is wrong with a row, as a part of a sentence. */
export function problemText(problem: Problem, text: Text): string {
	switch (problem.is) {
		case "columns": {
			const { has, wants } = problem;
			return text.plain("workspaces:problem.columns", { has, wants });
		}
		case "nobody":
			return text.plain("workspaces:problem.noId");
		case "twice":
			return text.plain("workspaces:problem.twice", { line: problem.line });
		case "notAMember":
			return text.plain(`workspaces:problem.${problem.standing}`);
		case "level":
			return text.plain("workspaces:problem.level", {
				lowest: limits.lowestLevel,
				highest: limits.highestLevel,
			});
		case "tooLong":
			return text.plain("workspaces:problem.tooLong", {
				column: problem.column,
				most: limits.longest,
			});
		case "circle":
			return text.plain("workspaces:problem.circle", {
				lines: text.list(problem.lines.map(String)),
			});
		default:
			return text.plain(`workspaces:problem.${problem.is}`);
	}
}

function badLine({ line, who, problems }: BadRow, text: Text): Mrkdwn {
	const all = text.list(problems.map((problem) => problemText(problem, text)));
	return text.mrkdwn("workspaces:problem.line", {
		line,
		who: who ? cut(who, longestWho) : text.plain("workspaces:problem.nobody"),
		problems: cut(all, longestProblems),
	});
}

/** The first bad rows, and where the others are. */
export function badSection(bad: BadRow[], total: number, text: Text) {
	const shown = bad.slice(0, mostShown).map((row) => badLine(row, text));
	const blocks: KnownBlock[] = [
		section(text.mrkdwn("workspaces:bad.intro", { count: bad.length, total })),
		section(joinMrkdwn(shown, "\n")),
	];
	const others = bad.length - shown.length;
	if (others > 0) {
		const more = text.mrkdwn("workspaces:bad.more", { count: others });
		const sent = text.mrkdwn("workspaces:bad.sent");
		blocks.push(context(joinMrkdwn([more, sent], " ")));
	}
	return blocks;
}

/** All bad rows, for a file. */
export function badTable(bad: BadRow[], text: Text): (string | number)[][] {
	return [
		[
			text.plain("workspaces:bad.fileLine"),
			text.plain("workspaces:bad.fileWho"),
			text.plain("workspaces:bad.fileProblem"),
		],
		...bad.map(({ line, who, problems }) => [
			line,
			who,
			text.list(problems.map((problem) => problemText(problem, text))),
		]),
	];
}

/** Why nothing could be read. */
export function unreadableSection(
	problem: Unreadable,
	text: Text,
): KnownBlock[] {
	const intro = text.mrkdwn("workspaces:unreadable.intro");
	return [section(joinMrkdwn([intro, unreadableText(problem, text)], "\n"))];
}

function unreadableText(problem: Unreadable, text: Text): Mrkdwn {
	switch (problem.why) {
		case "tooBig":
			return text.mrkdwn("workspaces:unreadable.tooBig", {
				megabytes: limits.bytes / 1_000_000,
			});
		case "tooMany":
			return text.mrkdwn("workspaces:unreadable.tooMany", {
				rows: limits.rows,
			});
		case "quote":
			return text.mrkdwn("workspaces:unreadable.quote", {
				line: problem.line,
			});
		case "columnTwice":
			return text.mrkdwn("workspaces:unreadable.columnTwice", {
				column: problem.column,
			});
		default:
			return text.mrkdwn(`workspaces:unreadable.${problem.why}`);
	}
}
