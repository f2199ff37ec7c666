import type { ClientBase } from "pg";
import { type Kind, kindNames, kinds, member } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { type Act, choice } from "./requests-payloads.ts";
import type { Stage } from "./stage.ts";

/**
 * Lets the cast of one workspace join, ask and answer, with a marked text in
 * every field that they can write in.
 */
export async function populate(
	stage: Stage,
	marks: Marks,
	team: string,
): Promise<void> {
	const { client } = stage;
	const as = (kind: Kind, act: Act) =>
		stage.perform({ team, user: kinds[kind].id }, act);

	async function joins(kind: Kind) {
		const { id, joins: role } = member(kind);
		if (!role) return;
		const mark = (field: string, users: string[] | "members") =>
			marks.make(id, field, { team, users });
		const offer = mark("offer", "members");
		await as(kind, {
			type: "view",
			id: "enrollment:join",
			form: {
				role: choice(role),
				goal: mark("goal", [id]),
				offer,
				wanted: [`own:${mark("wanted", [id])}`],
				offered: [`own:${mark("offered", [id])}`],
			},
		});
		await as(kind, {
			type: "view",
			id: "enrollment:save-mentor",
			form: {
				offer,
				helpsNotWith: mark("helps", "members"),
				moves: mark("moves", "members"),
				kindsOffered: ["one_to_one", "flash"],
				capacity: choice("2"),
			},
		});
	}

	/** Fills in the form of an ask, for these to read. */
	async function drafts(from: Kind, to: Kind, readers: Kind[]) {
		const users = readers.map((kind) => kinds[kind].id);
		const owner = kinds[from].id + kinds[to].id;
		const mark = (field: string) => marks.make(owner, field, { team, users });
		const meta = { mentor: await personId(client, team, to) };
		const form = {
			ask: mark("ask"),
			goal: mark("purpose"),
			why: mark("why"),
			offer: mark("return"),
			duration: choice("one_talk"),
			ready: ["yes"],
		};
		await as(from, { type: "view", id: "matching:preview", form, meta });
		return meta;
	}

	async function asks(from: Kind, to: Kind) {
		const meta = await drafts(from, to, [from, to]);
		await as(from, { type: "view", id: "matching:send", meta });
	}

	async function accepts(to: Kind, from: Kind) {
		const value = await requestId(client, team, from, to);
		await as(to, { type: "action", id: "matching:accept", value });
	}

	for (const kind of kindNames) await as(kind, { type: "command", text: "" });
	for (const kind of kindNames) await joins(kind);
	await asks("mentee", "mentor");
	await asks("other mentee", "other mentor");
	await asks("mentee", "partner of the mentee");
	await accepts("partner of the mentee", "mentee");
	await asks("other mentee", "other partner");
	await accepts("other partner", "other mentee");
	await drafts("other mentee", "mentor", ["other mentee"]);
	await as("member on a pause", { type: "command", text: "pause" });
	await as("member who left", { type: "action", id: "enrollment:leave" });
	await appoint(client, team);
	await stage.settled();
}

/** Who manages whom, and which program: no entry point can say it yet. */
async function appoint(client: ClientBase, team: string) {
	const ids = {
		mentee: await personId(client, team, "mentee"),
		manager: await personId(client, team, "manager of the mentee"),
		first: await personId(client, team, "manager of this program"),
		second: await personId(client, team, "manager of another program"),
	};
	await client.query("update person set manager_id = $1 where person_id = $2", [
		ids.manager,
		ids.mentee,
	]);
	await client.query(
		`insert into program (workspace_id, program_id, name)
			select workspace_id, gen_random_uuid(), 'Another program'
				from person where person_id = $1`,
		[ids.mentee],
	);
	await client.query(
		`insert into program_manager (workspace_id, program_id, person_id)
			select workspace_id, program_id,
				case when is_first then $1::uuid else $2::uuid end
				from program join person using (workspace_id)
				where person_id = $1`,
		[ids.first, ids.second],
	);
}

/** Our id of someone of the cast. */
export async function personId(
	client: ClientBase,
	team: string,
	kind: Kind,
): Promise<string> {
	const { rows } = await client.query<{ id: string }>(
		`select person_id as id from person join workspace using (workspace_id)
			where team_id = $1 and slack_user_id = $2`,
		[team, kinds[kind].id],
	);
	if (!rows[0]) throw new Error(`There is no ${kind} in ${team}.`);
	return rows[0].id;
}

/** Our id of a request, the newest of the two people. */
export async function requestId(
	client: ClientBase,
	team: string,
	mentee: Kind,
	mentor: Kind,
): Promise<string> {
	const { rows } = await client.query<{ id: string }>(
		`select request_id as id from request
			where mentee_id = $1 and mentor_id = $2
			order by asked_at desc`,
		[
			await personId(client, team, mentee),
			await personId(client, team, mentor),
		],
	);
	if (!rows[0]) throw new Error(`The ${mentee} has not asked the ${mentor}.`);
	return rows[0].id;
}
