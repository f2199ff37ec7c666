import type { Role } from "../enrollment/enrollment.ts";
import type { MentorshipState } from "../mentorships/mentorship-moves.ts";
import type { ProgramKind } from "../programs/settings.ts";

/** What managers see by name, each a list of its own. */
export const lists = ["enrolled", "mentorships", "unreachable"] as const;
export type List = (typeof lists)[number];

export type ListedPerson = { slackUserId: string; role: Role };
/** Who is matched with whom; of an external one, the mentee alone. */
export type ListedMentorship = {
	mentors: string[];
	/** Mentees, or peers. */
	others: string[];
	kind: ProgramKind;
	state: MentorshipState;
};

export type ListPage = {
	programId: string;
	program: string;
	/** From 0. */
	page: number;
	/** Of the whole list, without those whom the manager must not see. */
	total: number;
} & (
	| { list: "enrolled" | "unreachable"; people: ListedPerson[] }
	| { list: "mentorships"; mentorships: ListedMentorship[] }
);

export const linesOnPage = 25;

export const isLast = ({ page, total }: ListPage): boolean =>
	(page + 1) * linesOnPage >= total;
