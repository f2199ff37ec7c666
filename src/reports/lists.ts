import type { Health } from "../checkins/health.ts";
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
	/** null: it is not shown, or there is nothing to say of it. */
	health: Health | null;
};

/** Which part of a list is looked at. */
export type ListPart = {
	list: List;
	/** From 0. */
	page: number;
	/** Slack's id of somebody: only what they are in. */
	only: string | null;
};

export type ListPage = Omit<ListPart, "list"> & {
	programId: string;
	program: string;
	/** Of the whole list, without those whom the manager must not see. */
	total: number;
} & (
		| { list: "enrolled" | "unreachable"; people: ListedPerson[] }
		| {
				list: "mentorships";
				mentorships: ListedMentorship[];
				/** From when their health stands there; null: it does not. */
				healthFrom: Date | null;
		  }
	);

export const linesOnPage = 25;

export const isLast = ({ page, total }: ListPage): boolean =>
	(page + 1) * linesOnPage >= total;
