import {
	commonMoves,
	commonTopics,
	departments,
	leaderMoves,
} from "./departments.ts";
import type { Employee } from "./organisation.ts";
import type { Random } from "./random.ts";
import { offerSentence, wantSentence } from "./sentences.ts";
import { type DemoTopic, demoTopics } from "./topics.ts";
import type {
	DemoEnrollment,
	DemoLevel,
	DemoStyle,
	DemoTopicLevel,
} from "./workspace.ts";

type Role = DemoEnrollment["role"];

const anyRole: readonly Role[] = ["mentee", "mentor", "both", "peer"];
/** By seniority: juniors look, seniors give, those between do both. */
const rolesOfLevel: readonly (readonly Role[])[] = [
	["mentee", "mentee", "mentee", "peer"],
	["mentee", "mentee", "both", "peer"],
	["both", "mentor", "mentee", "both"],
	["mentor", "both", "mentor"],
	["mentor", "mentor", "both"],
	["mentor"],
];

const topicById = new Map(demoTopics.map((topic) => [topic.id, topic]));

/** What someone signed up with, or null: `percent` of 100 have joined. */
export function enroll(
	random: Random,
	person: Employee,
	percent: number,
): DemoEnrollment | null {
	const { level, department: name, standing } = person;
	const department = departments.find((one) => one.name === name);
	if (!department || level === null || standing !== "member") return null;
	if (!random.chance(percent)) return null;

	const role = random.pick(rolesOfLevel[level - 1] ?? anyRole);
	const gives = role !== "mentee";
	const wants = role !== "mentor";
	const giving = random.chance(20 + 8 * level)
		? [...department.topics, ...commonTopics]
		: department.topics;
	const offered = gives ? known(random, topicsOf(giving), level) : [];
	const wanted = wants
		? wished(
				random,
				topicsOf([...department.topics, ...commonTopics]).filter(
					({ id }) => !offered.some(({ topic }) => topic === id),
				),
			)
		: [];
	const ownMoves = [
		...department.moves,
		...(level >= 5 ? leaderMoves : []),
		...commonMoves,
	];
	const [firstWanted] = topicsOf(wanted.map(({ topic }) => topic));
	const [firstOffered] = topicsOf(offered.map(({ topic }) => topic));
	return {
		role,
		state: random.chance(5) ? "paused" : "open",
		wanted,
		offered,
		goal: firstWanted ? wantSentence(random, firstWanted) : null,
		offer: firstOffered ? offerSentence(random, firstOffered) : null,
		moves:
			gives && random.chance(55)
				? random.some(ownMoves, 1 + random.below(2))
				: [],
		capacity: gives && level >= 3 ? 1 + random.below(3) : 1,
		kindsWanted: wants ? kindsOf(random, role) : [],
		kindsOffered: gives ? kindsOf(random, role, level) : [],
		rhythm: random.pick(["weekly", "every_two_weeks", "monthly"]),
		lengthMinutes: random.pick([30, 45]),
		format: random.pick(["video", "either", "either", "either"]),
		style: styleOf(random),
	};
}

function topicsOf(ids: readonly string[]): DemoTopic[] {
	return [...new Set(ids)].flatMap((id) => topicById.get(id) ?? []);
}

/** What someone can offer: the more senior, the more, and as an expert. */
function known(
	random: Random,
	topics: readonly DemoTopic[],
	level: number,
): DemoTopicLevel[] {
	const count = (level >= 3 ? 2 : 1) + random.below(3);
	return random.some(topics, count).map(({ id }) => ({
		topic: id,
		level: random.chance(15 * level) ? 3 : 2,
	}));
}

function wished(
	random: Random,
	topics: readonly DemoTopic[],
): DemoTopicLevel[] {
	const levels: readonly DemoLevel[] = [1, 1, 2];
	return random.some(topics, 1 + random.below(3)).map(({ id }) => ({
		topic: id,
		level: random.pick(levels),
	}));
}

/** The kinds looked for, or with a level those offered at it. */
function kindsOf(random: Random, role: Role, level?: number): string[] {
	if (role === "peer") return ["peer"];
	const kinds = ["one_to_one", "flash"];
	if (random.chance(30)) kinds.push("expertise");
	if (level === undefined) return kinds;
	if (level >= 5 && random.chance(40)) kinds.push("sponsor");
	if (level <= 3 && random.chance(25)) kinds.push("reverse");
	if (level >= 4 && random.chance(15)) kinds.push("group");
	return kinds;
}

/** Half have answered the questions on style, some only in part. */
function styleOf(random: Random): DemoStyle {
	if (random.chance(50)) return { feedback: null, plan: null, medium: null };
	return {
		feedback: random.pick(["direct", "gentle"] as const),
		plan: random.pick(["structured", "open", null] as const),
		medium: random.pick(["talk", "write", null] as const),
	};
}
