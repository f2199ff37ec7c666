import { z } from "zod";
import type { Cipher } from "../db/cipher.ts";
import { defaultWorkingHours } from "../time/working-hours.ts";
import type { EnrollmentKey, EnrollmentRow } from "./enrollment.queries.ts";
import { openField, ownTopicPlace } from "./sealing.ts";
import type { TopicRow, TopicSide } from "./topics.queries.ts";

export type ProfileTopic = {
	side: TopicSide;
	topicKey: string;
	topicId: string | null;
	name: string;
	level: number;
};

/** A person's own profile in clear text: for themself alone. */
export type Profile = {
	role: EnrollmentRow["role"];
	topics: ProfileTopic[];
	goal: string | null;
	offer: string | null;
	helpsNotWith: string | null;
	moves: string[];
	capacity: number;
	kindsWanted: string[];
	kindsOffered: string[];
	rhythm: EnrollmentRow["rhythm"];
	lengthMinutes: number;
	format: EnrollmentRow["format"];
	languages: string[];
	feedback: string | null;
	plan: string | null;
	medium: string | null;
	hours: { zone: string; start: string; end: string; days: number[] };
	/** Slack ids. */
	never: string[];
	/** The kinds there are to choose from. */
	programKinds: readonly string[];
};

export type HoursRow = {
	zone: string;
	hours_start: string;
	hours_end: string;
	work_days: number[] | null;
};

export type ProfileRows = {
	enrollment: EnrollmentRow;
	topics: TopicRow[];
	hours: HoursRow;
	never: string[];
	programKinds: readonly string[];
};

const moveList = z.array(z.string());

/** Opens what is sealed and gives the rows the form's names. */
export function readProfile(
	cipher: Cipher,
	owner: EnrollmentKey & { workspaceId: string },
	{ enrollment, topics, hours, never, programKinds }: ProfileRows,
): Profile {
	return {
		role: enrollment.role,
		topics: topics.map((topic) => ({
			side: topic.side,
			topicKey: topic.topicKey,
			topicId: topic.topicId,
			level: topic.level,
			name:
				topic.name ??
				cipher.open(
					ownTopicPlace(owner, topic.topicKey),
					topic.ownName ?? Buffer.alloc(0),
				),
		})),
		goal: openField(cipher, owner, "goal", enrollment.goal),
		offer: openField(cipher, owner, "offer", enrollment.offer),
		helpsNotWith: openField(
			cipher,
			owner,
			"helps_not_with",
			enrollment.helps_not_with,
		),
		moves: openMoves(cipher, owner, enrollment.moves),
		capacity: enrollment.capacity,
		kindsWanted: enrollment.kinds_wanted,
		kindsOffered: enrollment.kinds_offered,
		rhythm: enrollment.rhythm,
		lengthMinutes: enrollment.length_minutes,
		format: enrollment.format,
		languages: enrollment.languages,
		feedback: enrollment.feedback_style,
		plan: enrollment.plan_style,
		medium: enrollment.medium_style,
		hours: readHours(hours),
		never,
		programKinds,
	};
}

export function openMoves(
	cipher: Cipher,
	owner: EnrollmentKey & { workspaceId: string },
	sealed: Buffer | null,
): string[] {
	const text = openField(cipher, owner, "moves", sealed);
	return text === null ? [] : moveList.parse(JSON.parse(text));
}

export function readHours(row: HoursRow): Profile["hours"] {
	const usual = defaultWorkingHours(row.zone);
	return {
		zone: row.zone,
		start: row.hours_start,
		end: row.hours_end,
		days: row.work_days ?? [...usual.days],
	};
}
