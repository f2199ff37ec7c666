import { z } from "zod";

/** The seats of a board of advisors. */
export const boardSeats = [
	"technical",
	"career",
	"industry",
	"leadership",
] as const;
export type BoardSeat = (typeof boardSeats)[number];

/** Someone's mentor, and where the mentee has put them, if anywhere. */
export type Advisor = {
	mentorshipId: string;
	kind: string;
	/** null: nobody has said; the kind suggests one. */
	seat: BoardSeat | null;
	/** null: outside Slack. */
	slackUserId: string | null;
	name: string;
};

export type Board = { seat: BoardSeat; advisors: Advisor[] }[];

/** Where a mentor sits until the mentee says otherwise. */
const usualSeat: Record<string, BoardSeat> = {
	one_to_one: "career",
	group: "career",
	expertise: "technical",
	reverse: "technical",
	sponsor: "leadership",
	external: "industry",
};

/** A single conversation is over too soon to be a seat; peers have no mentor. */
export const isAdvising = (kind: string): boolean => kind in usualSeat;

/** All four seats, the empty ones too, with whoever sits there. */
export function boardOf(advisors: readonly Advisor[]): Board {
	return boardSeats.map((seat) => ({
		seat,
		advisors: advisors.filter(
			(advisor) => (advisor.seat ?? usualSeat[advisor.kind]) === seat,
		),
	}));
}

/** What a choice in a mentor's menu says: which mentorship, and which seat. */
export const seatValue = (mentorshipId: string, seat: BoardSeat): string =>
	`${mentorshipId}:${seat}`;

export const seatChoice = z.object({
	value: z
		.string()
		.transform((value) => {
			const [mentorshipId, seat] = value.split(":");
			return { mentorshipId, seat };
		})
		.pipe(z.object({ mentorshipId: z.uuid(), seat: z.enum(boardSeats) })),
});
