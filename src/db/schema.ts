import type { AgendaTables } from "./schema/agenda.ts";
import type { CheckinsTables } from "./schema/checkins.ts";
import type { DeliveryTables } from "./schema/delivery.ts";
import type { EnrollmentTables } from "./schema/enrollment.ts";
import type { GoalsTables } from "./schema/goals.ts";
import type { IntroductionsTables } from "./schema/introductions.ts";
import type { MatchingTables } from "./schema/matching.ts";
import type { MeetingsTables } from "./schema/meetings.ts";
import type { MentorshipsTables } from "./schema/mentorships.ts";
import type { ProgramsTables } from "./schema/programs.ts";
import type { ReportsTables } from "./schema/reports.ts";
import type { WorkspacesTables } from "./schema/workspaces.ts";

/** The tables as the newest migration leaves them, by slice. */
export type Schema = WorkspacesTables &
	ProgramsTables &
	EnrollmentTables &
	MatchingTables &
	MentorshipsTables &
	GoalsTables &
	IntroductionsTables &
	MeetingsTables &
	CheckinsTables &
	AgendaTables &
	ReportsTables &
	DeliveryTables;
