import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import type { Member } from "../mentorships/mentorship.ts";
import type { Reader } from "../time/dates.ts";
import { inZone } from "../time/zones.ts";

export const goalLengths = { text: 200, measure: 300, step: 100, why: 300 };
export const mostSteps = 5;
/** Goals someone can pursue at a time. */
export const mostOpen = 7;
/** Those that have ended, the latest ones, which their owner still sees. */
export const endedShown = 10;

/** What someone wrote about a goal; kept sealed, in one piece. */
const goalWords = z.object({
	text: z.string(),
	measure: z.string().nullable(),
	steps: z.array(
		z.object({
			/** The same for as long as the step is there, whatever it is called. */
			id: z.number(),
			text: z.string(),
			isDone: z.boolean(),
		}),
	),
});
export type GoalWords = z.infer<typeof goalWords>;
export type Step = GoalWords["steps"][number];

export type GoalState = "open" | "reached" | "let_go";

export type Goal = GoalWords & {
	goalId: string;
	owner: { personId: string; slackUserId: string; name: string };
	/** Where its mentors or peers may read it, while that lasts. */
	mentorshipId: string | null;
	/** null while the workspace has one program only. */
	programName: string | null;
	/** How far it is where it has no steps, 0 to 4. */
	quarters: number;
	/** A plain date, YYYY-MM-DD. */
	dueOn: string | null;
	state: GoalState;
	touches: number;
	touchedAt: Date;
	endedAt: Date | null;
};

/** A goal as its owner sees it. */
export type OwnGoal = {
	goal: Goal;
	/** Why it was let go; nobody else ever reads it. */
	why: string | null;
	/** Who else can read the goal now. */
	readers: Member[];
};

export type OwnGoals = { open: OwnGoal[]; ended: OwnGoal[] };

/** Who looks at goals, and when. */
export type GoalReader = Reader & { now: Date };

/** The date on the reader's wall, YYYY-MM-DD. */
export function todayOf({ zone, now }: Omit<GoalReader, "locale">): string {
	return inZone(now, zone).toPlainDate().toString();
}

/** The nearest date first, those without one last, then the oldest. */
export function byDate(a: Goal, b: Goal): number {
	const [one, other] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
	if (one !== other) return one < other ? -1 : 1;
	return a.goalId < b.goalId ? -1 : 1;
}

type Owner = { workspaceId: string; goalId: string };

function placeOf(
	{ workspaceId, goalId }: Owner,
	column: "words" | "let_go_why",
): Place {
	return { workspaceId, table: "goal", column, id: goalId };
}

export function sealWords(
	cipher: Cipher,
	owner: Owner,
	{ text, measure, steps }: GoalWords,
): Buffer {
	const words = JSON.stringify({ text, measure, steps });
	return cipher.seal(placeOf(owner, "words"), words);
}

export function openWords(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): GoalWords {
	const words = cipher.open(placeOf(owner, "words"), sealed);
	return goalWords.parse(JSON.parse(words));
}

export function sealWhy(
	cipher: Cipher,
	owner: Owner,
	why: string | null,
): Buffer | null {
	return why === null ? null : cipher.seal(placeOf(owner, "let_go_why"), why);
}

export function openWhy(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer | null,
): string | null {
	return sealed && cipher.open(placeOf(owner, "let_go_why"), sealed);
}
