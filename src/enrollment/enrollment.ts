import { type ProgramSettings, profileKinds } from "../programs/settings.ts";

/** What someone can be in a program, and what they can choose. */
export const roles = ["mentee", "mentor", "both", "peer"] as const;
export type Role = (typeof roles)[number];

export const topicLevels = ["1", "2", "3"] as const;
export const rhythms = ["weekly", "every_two_weeks", "monthly"] as const;
export const lengths = ["30", "45"] as const;
export const formats = ["either", "video", "in_person"] as const;
export const offeredKinds = profileKinds;
/** ISO 639-1; a language is named by Intl in the reader's own. */
export const languages = [
	"ar",
	"bn",
	"cs",
	"da",
	"de",
	"el",
	"en",
	"es",
	"fa",
	"fi",
	"fr",
	"he",
	"hi",
	"hu",
	"id",
	"it",
	"ja",
	"ko",
	"ms",
	"ne",
	"nl",
	"no",
	"pl",
	"pt",
	"ro",
	"ru",
	"sk",
	"sv",
	"sw",
	"ta",
	"th",
	"tr",
	"uk",
	"ur",
	"vi",
	"yo",
	"zh",
] as const;
export const styles = {
	feedback: ["direct", "gentle"],
	plan: ["structured", "open"],
	medium: ["talk", "write"],
} as const;

export const mostFirstTopics = 3;
export const mostTopics = 8;
export const mostMoves = 5;
export const sentenceLength = 300;
/** Slack keeps 75 characters of an option's value, `own:` among them. */
const ownTopicLength = 60;

export type State = "open" | "paused" | "left";

export type StartingPart = ReturnType<typeof startingPart>;

/** The roles there are in a program, by the kinds of mentoring it uses. */
export function rolesIn({ kinds }: Pick<ProgramSettings, "kinds">): Role[] {
	const hasPeers = kinds.includes("peer");
	const hasMentors = kinds.some((kind) => kind !== "peer");
	return roles.filter((role) => (role === "peer" ? hasPeers : hasMentors));
}

/** What a part in a program starts from, until the person says otherwise. */
export function startingPart(
	{ defaults, kinds }: ProgramSettings,
	role: Role = "both",
) {
	const offered = offeredKinds.filter((kind) => kinds.includes(kind));
	const usual = offered.filter((kind) =>
		role === "peer"
			? kind === "peer"
			: kind === "one_to_one" || kind === "flash",
	);
	return {
		rhythm: defaults.rhythm,
		lengthMinutes: defaults.lengthMinutes,
		capacity: defaults.capacity,
		kinds: usual.length > 0 ? usual : offered,
	};
}

/** Whether a role looks for mentoring, so has topics wanted and a goal. */
export function wants(role: Role): boolean {
	return role !== "mentor";
}

/** Whether a role gives mentoring, so has topics offered and seats. */
export function offers(role: Role): boolean {
	return role !== "mentee";
}

/** A topic as it comes from a form: one of the program's, or one's own. */
export type ChosenTopic = { topicId: string } | { ownName: string };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ownMark = "own:";

export function readTopicValue(value: string): ChosenTopic | null {
	if (uuid.test(value)) return { topicId: value };
	const ownName = value.startsWith(ownMark)
		? value.slice(ownMark.length).trim()
		: "";
	return ownName ? { ownName } : null;
}

export function ownTopicValue(name: string): string {
	return `${ownMark}${[...name].slice(0, ownTopicLength).join("").slice(0, ownTopicLength)}`;
}

/** The value a form shows for a stored topic. */
export function topicValue(topicId: string | null, name: string): string {
	return topicId ?? ownTopicValue(name);
}

/** What the level is before anyone asks: learners learn, mentors work with it. */
export function firstLevel(side: "offered" | "wanted"): number {
	return side === "wanted" ? 1 : 2;
}
