import type { DeliveryTables } from "./schema/delivery.ts";
import type { EnrollmentTables } from "./schema/enrollment.ts";
import type { GoalsTables } from "./schema/goals.ts";
import type { IntroductionsTables } from "./schema/introductions.ts";
import type { MatchingTables } from "./schema/matching.ts";
import type { MentorshipsTables } from "./schema/mentorships.ts";
import type { ProgramsTables } from "./schema/programs.ts";
import type { WorkspacesTables } from "./schema/workspaces.ts";

/** The tables as the newest migration leaves them, by slice. */
export type Schema = WorkspacesTables &
	ProgramsTables &
	EnrollmentTables &
	MatchingTables &
	MentorshipsTables &
	GoalsTables &
	IntroductionsTables &
	DeliveryTables;
