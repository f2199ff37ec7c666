import type { ClientBase } from "pg";
import type { SubjectKind } from "../../src/slack/feature.ts";
import { allEnrolled, type Kind, kinds, teams } from "./cast.ts";
import { personId, requestId } from "./populate.ts";

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

export const madeUp: Thing = {
	name: "a made-up id",
	kind: "nothing",
	team: null,
	id: "01890a5d-ac96-774b-bcce-b302099a8057",
	relations: {},
};

/** Everything with an id in two workspaces, and an id of nothing. */
export async function listThings(client: ClientBase): Promise<Thing[]> {
	const here = await thingsOf(client, teams.here);
	const elsewhere = await thingsOf(client, teams.elsewhere);
	return [...here, ...elsewhere, madeUp];
}

async function thingsOf(client: ClientBase, team: string): Promise<Thing[]> {
	const request = async (mentee: Kind, mentor: Kind): Promise<Thing> => ({
		name: `the request of the ${mentee} to the ${mentor}`,
		kind: "request",
		team,
		id: await requestId(client, team, mentee, mentor),
		relations: { [mentee]: "mentee", [mentor]: "mentor" },
	});
	const found = async (
		thing: Omit<Thing, "team" | "id">,
		sql: string,
	): Promise<Thing> => {
		const { rows } = await client.query<{ id: string }>(
			`select ${sql} and workspace_id =
				(select workspace_id from workspace where team_id = $1) limit 1`,
			[team],
		);
		if (!rows[0]) throw new Error(`There is not ${thing.name} in ${team}.`);
		return { ...thing, team, id: rows[0].id };
	};
	const mentorship = async (mentee: Kind, mentor: Kind) =>
		found(
			{
				name: `the mentorship of the ${mentee}`,
				kind: "mentorship",
				relations: { [mentee]: "mentee", [mentor]: "mentor" },
			},
			`mentorship_id as id from mentorship_member where person_id =
				'${await personId(client, team, mentee)}'`,
		);
	return [
		await request("mentee", "mentor"),
		await request("mentee", "partner of the mentee"),
		await request("other mentee", "other mentor"),
		await mentorship("mentee", "partner of the mentee"),
		await mentorship("other mentee", "other partner"),
		await found(
			{
				name: "what the other mentee would agree on",
				kind: "agreement",
				relations: { "other mentee": "mentee", "other partner": "mentor" },
			},
			"agreement_id as id from agreement where version = 2",
		),
		await found(
			{
				name: "the invitation of the stranger among peers",
				kind: "invitation",
				relations: {
					"other mentee": "member",
					"other partner": "member",
					stranger: "invited",
				},
			},
			"invitation_id as id from peer_invitation where true",
		),
		await found(
			{
				name: "what the mentee wrote in confidence",
				kind: "concern",
				relations: { mentee: "reporter", "Slack admin": "contact" },
			},
			`concern_id as id from concern where reporter_id =
				'${await personId(client, team, "mentee")}'`,
		),
		await found(
			{
				name: "the goal that the mentee shares",
				kind: "goal",
				relations: { mentee: "owner", "partner of the mentee": "mentor" },
			},
			"goal_id as id from goal where mentorship_id is not null",
		),
		await found(
			{
				name: "the goal that the mentee let go",
				kind: "goal",
				relations: { mentee: "owner" },
			},
			"goal_id as id from goal where mentorship_id is null",
		),
		await found(
			{
				name: "the introduction of the mentee to the stranger",
				kind: "introduction",
				relations: {
					mentee: "mentee",
					"partner of the mentee": "mentor",
					stranger: "third",
				},
			},
			`introduction_id as id from introduction where mentee_id =
				'${await personId(client, team, "mentee")}'`,
		),
		await found(
			{
				name: "what the other mentee asked their mentor",
				kind: "introduction",
				relations: { "other mentee": "mentee", "other partner": "mentor" },
			},
			`introduction_id as id from introduction where mentee_id =
				'${await personId(client, team, "other mentee")}'`,
		),
		await found(
			{
				name: "the meeting that the other mentee planned",
				kind: "meeting",
				relations: { "other mentee": "mentee", "other partner": "mentor" },
			},
			`meeting_id as id from meeting where state = 'planned' and set_by =
				'${await personId(client, team, "other mentee")}'`,
		),
		await found(
			{
				name: "the nomination of the stranger",
				kind: "nomination",
				relations: { stranger: "nominee" },
			},
			`nomination_id as id from nomination where person_id =
				'${await personId(client, team, "stranger")}'`,
		),
		await found(
			{
				name: "the place of the mentee on the waiting list",
				kind: "waiting",
				relations: { mentee: "mentee" },
			},
			"waiting_id as id from waiting where true",
		),
		await found(
			{
				name: "what the mentee was told of",
				kind: "suggestion",
				relations: { mentee: "mentee" },
			},
			"suggestion_id as id from suggestion where true",
		),
		await found(
			{
				name: "an import of the manager of this program",
				kind: "import",
				relations: { "manager of this program": "importer" },
			},
			"import_id as id from directory_import where true",
		),
		await found(
			{
				name: "a report of the program",
				kind: "release",
				relations: { "manager of this program": "manager" },
			},
			"release_id as id from release where true",
		),
		await found(
			{
				name: "a cohort of the program",
				kind: "cohort",
				relations: allEnrolled,
			},
			"cohort_id as id from cohort where true",
		),
		{
			name: "another person",
			kind: "person",
			team,
			id: await personId(client, team, "other mentor"),
			relations: {},
		},
		await found(
			{
				name: "the program",
				kind: "program",
				relations: { "manager of this program": "manager" },
			},
			"program_id as id from program where is_first",
		),
		await found(
			{
				name: "another program",
				kind: "program",
				relations: { "manager of another program": "manager" },
			},
			"program_id as id from program where not is_first",
		),
		await found(
			{
				name: "the text they agree to",
				kind: "participation",
				relations: allEnrolled,
			},
			"text_id as id from participation_text where true",
		),
		await found(
			{ name: "a topic", kind: "topic", relations: {} },
			"topic_id as id from topic where true",
		),
	];
}

/** People by Slack's ids, which are the same in every workspace. */
export const slackPeople: Thing[] = [
	{
		...madeUp,
		name: "another person",
		kind: "person",
		id: kinds["other mentor"].id,
	},
	{
		...madeUp,
		name: "someone who has not joined",
		kind: "person",
		id: kinds.stranger.id,
	},
	{ ...madeUp, name: "a made-up person", id: "U0NEVERWAS" },
];
