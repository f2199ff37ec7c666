import { agendaColumns } from "./columns/agenda.ts";
import { checkinsColumns } from "./columns/checkins.ts";
import type { Classes } from "./columns/classes.ts";
import { deliveryColumns } from "./columns/delivery.ts";
import { enrollmentColumns } from "./columns/enrollment.ts";
import { goalsColumns } from "./columns/goals.ts";
import { introductionsColumns } from "./columns/introductions.ts";
import { matchingColumns } from "./columns/matching.ts";
import { meetingsColumns } from "./columns/meetings.ts";
import { mentorshipsColumns } from "./columns/mentorships.ts";
import { programsColumns } from "./columns/programs.ts";
import { reportsColumns } from "./columns/reports.ts";
import { workspacesColumns } from "./columns/workspaces.ts";
import type { Schema } from "./schema.ts";

/** Tables without a workspace first in their keys, each with its reason. */
export const globalTables: Record<string, string> = {
	workspace:
		"also unique by Slack's own ids, by which a request finds its workspace",
	kysely_migration: "the migrator's own",
	kysely_migration_lock: "the migrator's own",
};

export const columns: Classes<Schema> = {
	...workspacesColumns,
	...programsColumns,
	...enrollmentColumns,
	...matchingColumns,
	...mentorshipsColumns,
	...goalsColumns,
	...introductionsColumns,
	...meetingsColumns,
	...checkinsColumns,
	...agendaColumns,
	...reportsColumns,
	...deliveryColumns,
};
