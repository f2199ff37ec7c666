import { z } from "zod";
import { cut } from "../slack/mrkdwn.ts";
import { type Problem, problem } from "./problem.ts";
import type { ProgramSettings } from "./settings.ts";

export type Holiday = ProgramSettings["holidays"][number];

/** What a text field of Slack holds: some 150 holidays. */
export const longestHolidayText = 3000;

const date = z.iso.date();
const pattern = /^([\d-]+)[\s,;:]*(.*)$/;

/**
 * Holidays as they are pasted, "2026-12-25 Christmas Day" a line, in order of
 * their dates. A line that cannot be read is named by its number.
 */
export function readHolidays(text: string): {
	holidays: Holiday[];
	problems: Problem[];
} {
	const holidays = new Map<string, Holiday>();
	const problems: Problem[] = [];
	for (const [index, typed] of text.split("\n").entries()) {
		if (typed.trim() === "") continue;
		const line = index + 1;
		const written = cut(typed.trim(), 60);
		const [, day = "", name = ""] = pattern.exec(typed.trim()) ?? [];
		if (!date.safeParse(day).success)
			problems.push(
				problem("holidays", "programs:holidays.notADate", { line, written }),
			);
		else if (name === "")
			problems.push(
				problem("holidays", "programs:holidays.noName", { line, written }),
			);
		else if (holidays.has(day))
			problems.push(
				problem("holidays", "programs:holidays.twice", { line, written }),
			);
		else holidays.set(day, { date: day, name: cut(name, 60) });
	}
	const inOrder = [...holidays.values()].sort((a, b) =>
		a.date < b.date ? -1 : 1,
	);
	return { holidays: inOrder, problems };
}

/** The same as it is edited again. */
export function holidayLines(holidays: readonly Holiday[]): string {
	return holidays.map(({ date, name }) => `${date} ${name}`).join("\n");
}

/** The first on or after a local date, "2026-12-24". */
export function nextHoliday(
	holidays: readonly Holiday[],
	today: string,
): Holiday | undefined {
	return holidays
		.toSorted((a, b) => (a.date < b.date ? -1 : 1))
		.find(({ date }) => date >= today);
}
