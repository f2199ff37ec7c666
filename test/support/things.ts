import type { ClientBase } from "pg";
import type { SubjectKind } from "../../src/slack/feature.ts";
import { type Kind, kinds, teams } from "./cast.ts";

/** Something with an id, and what each of the cast is to it. */
export type Thing = {
	name: string;
	kind: SubjectKind | "person" | "topic" | "nothing";
	/** Slack's workspace; null: there is no such thing anywhere. */
	team: string | null;
	id: string;
	/** By kind of person, in its own workspace only. */
	relations: Partial<Record<Kind, string>>;
};

type Spec = Omit<Thing, "id" | "team"> & { sql: string };

const request = (mentee: Kind, mentor: Kind): Spec => ({
	name: `the request of the ${mentee} to the ${mentor}`,
	kind: "request",
	relations: { [mentee]: "mentee", [mentor]: "mentor" },
	sql: `select request_id as id from request where workspace_id = w
		and mentee_id = ${idOf(mentee)} and mentor_id = ${idOf(mentor)}`,
});

const mentorship = (mentee: Kind, mentor: Kind): Spec => ({
	name: `the mentorship of the ${mentee}`,
	kind: "mentorship",
	relations: { [mentee]: "mentee", [mentor]: "mentor" },
	sql: `select mentorship_id as id from mentorship_member
		where workspace_id = w and person_id = ${idOf(mentee)}`,
});

const program = (name: string, manager: Kind, first: boolean): Spec => ({
	name,
	kind: "program",
	relations: { [manager]: "manager" },
	sql: `select program_id as id from program
		where workspace_id = w and is_first = ${first}`,
});

function idOf(kind: Kind): string {
	return `(select person_id from person where workspace_id = w
		and slack_user_id = '${kinds[kind].id}')`;
}

const specs: Spec[] = [
	request("mentee", "mentor"),
	request("mentee", "partner of the mentee"),
	request("other mentee", "other mentor"),
	mentorship("mentee", "partner of the mentee"),
	mentorship("other mentee", "other partner"),
	program("the program", "manager of this program", true),
	program("another program", "manager of another program", false),
	{
		name: "another person",
		kind: "person",
		relations: {},
		sql: `select ${idOf("other mentor")} as id`,
	},
	{
		name: "a topic",
		kind: "topic",
		relations: {},
		sql: "select topic_id as id from topic where workspace_id = w limit 1",
	},
];

export const madeUp: Thing = {
	name: "a made-up id",
	kind: "nothing",
	team: null,
	id: "01890a5d-ac96-774b-bcce-b302099a8057",
	relations: {},
};

/** Everything with an id in two workspaces, and an id of nothing. */
export async function listThings(client: ClientBase): Promise<Thing[]> {
	const things: Thing[] = [madeUp];
	for (const team of [teams.here, teams.elsewhere])
		for (const { sql, ...spec } of specs) {
			const workspace = `(select workspace_id from workspace
				where team_id = '${team}')`;
			const { rows } = await client.query<{ id: string }>(
				sql.replaceAll(/\bw\b/g, workspace),
			);
			const id = rows[0]?.id;
			if (!id) throw new Error(`There is not ${spec.name} in ${team}.`);
			things.push({ ...spec, id, team });
		}
	return things;
}
