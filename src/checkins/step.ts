/** What Mentor says by itself to a member, to keep a mentorship going. */
export const stepNames = ["first", "last", "plan", "talked", "quiet"] as const;

/**
 * `first`, `last`: while exploring, to find a time for the first talk;
 * `plan`: halfway through a period, to find a time in it; `talked`: after a
 * period, whether they have; `quiet`: that nothing more will come.
 */
export type StepName = (typeof stepNames)[number];

/** Why a step is left out, as things stand. */
export type Off =
	| "booked"
	| "talked"
	/** They were asked only days before. */
	| "asked"
	/** It is for the others to find a time. */
	| "lessOften"
	/** They wanted fewer. */
	| "fewer";

export type Step = {
	readonly is: StepName;
	/** The date that names what it is about; with `is`, it comes once. */
	readonly about: string;
	/** The receiver's local dates: from here until just before there. */
	readonly from: string;
	readonly until: string;
	readonly off: Off | null;
};
