import type { ClientBase } from "pg";
import { type Kind, kindNames, kinds, member } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { prepareAgenda } from "./populate-agenda.ts";
import { agree } from "./populate-agreement.ts";
import { asking } from "./populate-asking.ts";
import { lookBack } from "./populate-closing.ts";
import { thankAfterFlash } from "./populate-flash.ts";
import { pursueGoals } from "./populate-goals.ts";
import { leaveImport } from "./populate-import.ts";
import { introduce } from "./populate-introductions.ts";
import { invitesPeer, looksOutside } from "./populate-kinds.ts";
import { planMeeting } from "./populate-meetings.ts";
import { foundPrograms } from "./populate-programs.ts";
import { leaveRelease, openCohort } from "./populate-reports.ts";
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
	const idOf = (kind: Kind) => personId(client, team, kind);
	const { nominates, prefers } = asking({ as, idOf, marks, team });

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
			notMyManager: ["yes"],
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

	/** Tells more when asked for it, by both of the two. */
	async function tellsMore(from: Kind, to: Kind) {
		const owner = kinds[from].id + kinds[to].id;
		const users = [kinds[from].id, kinds[to].id];
		const mark = (field: string) => marks.make(owner, field, { team, users });
		const request = await requestId(client, team, from, to);
		const meta = { request };
		const form = { question: mark("question") };
		await as(to, { type: "view", id: "matching:question", form, meta });
		const answer = { reply: mark("answer") };
		await as(from, { type: "view", id: "matching:reply", form: answer, meta });
	}

	/** Has a mentorship stopped, and writes about it to the contact alone. */
	async function reports(from: Kind, contact: Kind) {
		const to = await personId(client, team, contact);
		await client.query(
			`update program set settings = settings || $1
				where is_first and workspace_id =
					(select workspace_id from person where person_id = $2)`,
			[{ safeguarding: [to] }, to],
		);
		const { rows } = await client.query<{ id: string }>(
			"select mentorship_id as id from mentorship_member where person_id = $1",
			[await personId(client, team, from)],
		);
		const mentorship = rows[0]?.id ?? "";
		const users = [kinds[from].id, kinds[contact].id];
		const report = marks.make(kinds[from].id, "report", { team, users });
		await as(from, {
			type: "action",
			id: "mentorships:stop",
			value: mentorship,
		});
		await as(from, {
			type: "view",
			id: "mentorships:sendConcern",
			form: { report },
			meta: { mentorship, contact: to },
		});
	}

	/** Waits, and is told of a mentor; no seat opens here by itself. */
	async function waits(from: Kind, mentor: Kind) {
		const { id } = kinds[from];
		const query = marks.make(id, "sought", { team, users: [id] });
		const value = JSON.stringify({ query, offset: 0 });
		await as(from, { type: "action", id: "matching:wait", value });
		await client.query("delete from schedule where kind = 'matching:waiting'");
		await client.query(
			`insert into suggestion (workspace_id, suggestion_id, program_id,
				waiting_id, person_id, mentor_id, state, reserved_until)
			select workspace_id, gen_random_uuid(), program_id, waiting_id,
				person_id, $1, 'open', now() + interval '9 days'
				from waiting where person_id = $2`,
			[
				await personId(client, team, mentor),
				await personId(client, team, from),
			],
		);
	}

	for (const kind of kindNames) await as(kind, { type: "command", text: "" });
	await openCohort(client, team);
	for (const kind of kindNames) await joins(kind);
	await asks("mentee", "mentor");
	await asks("other mentee", "other mentor");
	await tellsMore("other mentee", "other mentor");
	await asks("mentee", "partner of the mentee");
	await accepts("partner of the mentee", "mentee");
	await asks("other mentee", "other partner");
	await accepts("other partner", "other mentee");
	await drafts("other mentee", "mentor", ["other mentee"]);
	await prefers("other mentee", "mentor", "partner of the mentee");
	await nominates("other mentee", "stranger");
	await pursueGoals({ as, idOf, marks, team, client });
	await introduce({ as, idOf, marks, team, client });
	await agree({ as, idOf, marks, team, client });
	await lookBack({ as, idOf, marks, team, client });
	await thankAfterFlash({ as, idOf, marks, team, client });
	await looksOutside({ as, idOf, marks, team, client });
	await invitesPeer({ as, idOf, marks, team, client });
	await prepareAgenda({ as, idOf, marks, team, client });
	await planMeeting({ as, idOf, client });
	await waits("mentee", "other mentor");
	await as("member on a pause", { type: "command", text: "pause" });
	await as("member who left", { type: "action", id: "enrollment:leave" });
	await appoint(client, team);
	await foundPrograms(stage, team);
	await leaveImport(stage, marks, team);
	await leaveRelease(client, team);
	// Its first messages are out: what comes after the stop waits for ever.
	await stage.settled();
	await reports("mentee", "Slack admin");
	await stage.settled();
}

/** Who manages whom in the company: the directory says it. */
async function appoint(client: ClientBase, team: string) {
	const mentee = await personId(client, team, "mentee");
	const manager = await personId(client, team, "manager of the mentee");
	await client.query("update person set manager_id = $1 where person_id = $2", [
		manager,
		mentee,
	]);
	// Saved by a manager, it would be told to everyone at some other time.
	await client.query(
		`insert into participation_text
				(workspace_id, text_id, program_id, version, own_lines)
			select workspace_id, gen_random_uuid(), program_id, 2, '{Be kind.}'
				from program join person using (workspace_id)
				where is_first and person_id = $1`,
		[mentee],
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
