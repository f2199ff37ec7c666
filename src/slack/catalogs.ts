import agenda from "../../locales/en/agenda.json" with { type: "json" };
import checkins from "../../locales/en/checkins.json" with { type: "json" };
import enrollment from "../../locales/en/enrollment.json" with { type: "json" };
import goals from "../../locales/en/goals.json" with { type: "json" };
import introductions from "../../locales/en/introductions.json" with {
	type: "json",
};
import matching from "../../locales/en/matching.json" with { type: "json" };
import meetings from "../../locales/en/meetings.json" with { type: "json" };
import mentorships from "../../locales/en/mentorships.json" with {
	type: "json",
};
import privacy from "../../locales/en/privacy.json" with { type: "json" };
import programs from "../../locales/en/programs.json" with { type: "json" };
import reports from "../../locales/en/reports.json" with { type: "json" };
import slack from "../../locales/en/slack.json" with { type: "json" };
import workspaces from "../../locales/en/workspaces.json" with { type: "json" };

/** The sentences of the product, one catalog a slice. */
export const english = {
	slack,
	workspaces,
	programs,
	enrollment,
	mentorships,
	matching,
	goals,
	agenda,
	introductions,
	meetings,
	checkins,
	reports,
	privacy,
};

/** "seats_one" and "seats_other" are asked for as "seats". */
type Singular<K extends string> = K extends `${infer Base}_${"one" | "other"}`
	? Base | K
	: K;
type KeysOf<T, Prefix extends string> = {
	[K in keyof T & string]: T[K] extends string
		? `${Prefix}${Singular<K>}`
		: KeysOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** `matching:find.title` and so on; a sentence that is not there is no key. */
export type TextKey = {
	[N in keyof typeof english]: KeysOf<(typeof english)[N], `${N}:`>;
}[keyof typeof english];
