import type { MemberRole } from "../../src/mentorships/mentorship.ts";
import type { WorkingHours } from "../../src/time/working-hours.ts";

export type LifePerson = { id: string; hours: WorkingHours };
export type LifePair = {
	id: string;
	kind: string;
	begins: Date;
	members: { personId: string; role: MemberRole }[];
};

export type Rhythm = "weekly" | "every_two_weeks" | "monthly";

/** What people do; the bot only ever reacts to it. */
export type Happening = { at: Date } & (
	| { is: "begin"; pair: string }
	| { is: "agree"; pair: string; rhythm: Rhythm }
	| { is: "book"; pair: string; meeting: string; on: Date }
	| { is: "move"; meeting: string; on: Date }
	| { is: "say"; meeting: string; was: "met" | "not" }
	| { is: "pause" | "resume" | "restart" | "end"; pair: string }
	| { is: "fewer"; pair: string; person: string; on: boolean }
	| { is: "fly"; person: string; zone: string }
	| { is: "snooze"; person: string; until: Date }
	| { is: "leave" | "return"; person: string }
);

/** Two years of one program. */
export type ProgramLife = {
	seed: number;
	holidays: string[];
	people: LifePerson[];
	pairs: LifePair[];
	/** Ascending. */
	happenings: Happening[];
	outages: { from: Date; until: Date }[];
	begins: Date;
	ends: Date;
};

export const dayMs = 24 * 3_600_000;
/** Only the beginning of it. */
export function firstDays(life: ProgramLife, days: number): ProgramLife {
	return { ...life, ends: after(life.begins, days) };
}

export const after = (from: Date, days: number): Date =>
	new Date(from.getTime() + Math.round(days * 24 * 60) * 60_000);
