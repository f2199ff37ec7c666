import {
	type Member,
	type Mentorship,
	othersOf,
} from "../mentorships/mentorship.ts";

/**
 * Who else can read the goals that someone shares in a mentorship under way:
 * its mentors, and among peers the others; not the fellow mentees of a group.
 */
export function readersIn(mentorship: Mentorship, personId: string): Member[] {
	return othersOf(mentorship, personId).filter(({ role }) => role !== "mentee");
}
