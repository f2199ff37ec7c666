import type { DemoTopic } from "./topics.ts";

export type DemoLevel = 1 | 2 | 3;

export type DemoEnrollment = {
	readonly role: "mentee" | "mentor" | "both" | "peer";
	readonly state: "open" | "paused";
	/** Topic ids; what the person wants, with the level they have now. */
	readonly wanted: readonly DemoTopicLevel[];
	readonly offered: readonly DemoTopicLevel[];
	/** One sentence each; null on the side the person has no part in. */
	readonly goal: string | null;
	readonly offer: string | null;
	readonly moves: readonly string[];
	readonly capacity: number;
	readonly kindsWanted: readonly string[];
	readonly kindsOffered: readonly string[];
	readonly rhythm: "weekly" | "every_two_weeks" | "monthly";
	readonly lengthMinutes: 30 | 45;
	readonly format: "video" | "in_person" | "either";
	readonly style: DemoStyle;
};
export type DemoTopicLevel = {
	readonly topic: string;
	readonly level: DemoLevel;
};
export type DemoStyle = {
	readonly feedback: "direct" | "gentle" | null;
	readonly plan: "structured" | "open" | null;
	readonly medium: "talk" | "write" | null;
};

export type DemoPerson = {
	/** "U" and nine capitals or digits, unique over all workspaces. */
	readonly id: string;
	readonly name: string;
	readonly title: string;
	readonly standing: "member" | "guest" | "bot" | "deactivated";
	/** Null where the directory knows nothing: guests and bots. */
	readonly department: string | null;
	/** 1 to 6. */
	readonly level: number | null;
	readonly location: string | null;
	/** The id of the person's manager in the same workspace. */
	readonly manager: string | null;
	readonly zone: string;
	readonly locale: string;
	/** ISO 639-1 codes, the preferred one first. */
	readonly languages: readonly string[];
	/** Wall-clock times; days as ISO weekdays, null for those usual there. */
	readonly hours: {
		readonly start: string;
		readonly end: string;
		readonly days: readonly number[] | null;
	};
	readonly enrollment: DemoEnrollment | null;
};

export type DemoWorkspace = {
	/** "T" and nine capitals or digits. */
	readonly id: string;
	readonly name: string;
	/** As in the address of a Slack workspace. */
	readonly domain: string;
	readonly topics: readonly DemoTopic[];
	readonly people: readonly DemoPerson[];
	/** Who has had a mentor for a while. */
	readonly pairs: number;
	/** Ids of the people to try the bot as; null where nobody stands out. */
	readonly newcomer: string | null;
	readonly mentee: string | null;
	readonly mentor: string | null;
};
