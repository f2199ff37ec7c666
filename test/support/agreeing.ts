import pg from "pg";
import { turnKind } from "../../src/mentorships/move.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Running } from "./bot.ts";
import type { Driver } from "./driver.ts";
import { people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { type Scene, startScene } from "./scene.ts";
import { asks, joins, joinsAsMentee } from "./steps.ts";

export type Agreeing = Awaited<ReturnType<typeof startAgreeing>>;

const now = workday();

export const offer = "I have moved three teams to the cloud";
export const notMine = "I cannot help with salaries";

/** What a story makes of the mentorship before anybody says go on. */
type Kind = "one_to_one" | "group" | "peer";

const scene = (kind: Kind): Scene => ({
	name: `agreeing, ${kind}`,
	options: { now: () => now },
	play: (bot) => explores(bot, kind),
});
const agreeing: Record<Kind, Scene> = {
	one_to_one: scene("one_to_one"),
	group: scene("group"),
	peer: scene("peer"),
};

/**
 * Ana has Ben as a mentor, and they want to go on: the agreement is there. In a
 * group Dana is a mentee as well, among peers all three are peers.
 */
export async function startAgreeing(kind: Kind = "one_to_one") {
	const bot = await startScene(agreeing[kind]);
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben, chen, dana } = people(bot);
	const isSaid = () => allIsSaid(client);
	return {
		...{ bot, client, ana, ben, chen, dana, isSaid },
		/** So many days go by, and whatever the calendar has for them happens. */
		async passes(days: number): Promise<void> {
			const span = `interval '${days} days'`;
			await client.query(
				`update mentorship set since = since - ${span},
					turned_at = turned_at - ${span}, active_since = active_since - ${span},
					halfway_on = halfway_on - ${days}, ends_on = ends_on - ${days}`,
			);
			await client.query(
				`update delivery set created_at = created_at - ${span},
					sent_at = sent_at - ${span}`,
			);
			await ringBell(bot, turnKind, now);
			await isSaid();
		},
		async stateOf(): Promise<string> {
			const { rows } = await client.query<{ state: string }>(
				"select state from mentorship",
			);
			return rows.map(({ state }) => state).join();
		},
		async stop() {
			await client.end();
			await bot.stop();
		},
	};
}

async function explores(bot: Running, kind: Kind): Promise<void> {
	const { ana, ben, dana } = people(bot);
	await joins(ben, { role: "Mentor", offers: ["Testing"], offer });
	await ben.types("/mentor profile");
	await ben.clicks("Edit What I offer");
	await ben.fills("What can you not help with?", notMine);
	await ben.submits();
	await ben.sees("Saved: What I offer.");
	await ben.closes();
	for (const one of [ana, dana]) await joinsAsMentee(one, "Testing");
	await asks(ana, "Ben Okafor");
	await ben.clicks("Accept Ana Lopes");
	await ana.sees("A few lines before you first talk with @Ben Okafor");
	await ben.sees("A few lines before you first talk with @Ana Lopes");
	await ana.sees("meet @Ben Okafor");

	if (kind !== "one_to_one") await gather(bot, kind);
	const members = kind === "one_to_one" ? [ana, ben] : [ana, ben, dana];
	for (const one of members) await goesOn(one);
	for (const one of members) await one.sees("You all want to go on.");
}

async function gather(bot: Running, kind: Kind) {
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	await allIsSaid(client);
	await client.query("update mentorship set kind = $1", [kind]);
	await client.query(
		`insert into mentorship_member
			(workspace_id, mentorship_id, person_id, role)
			select workspace_id, mentorship_id, person_id, 'mentee'
				from mentorship join person using (workspace_id)
				where slack_user_id = $1`,
		[people(bot).dana.id],
	);
	if (kind === "peer")
		await client.query("update mentorship_member set role = 'peer'");
	await client.end();
}

async function goesOn(person: Driver) {
	await person.opensHome();
	await person.clicks(/^Open mentorship/);
	await person.clicks(/^Go on with/);
	await person.sees(
		/You said that you want to go on with|Each of you wants to go on/,
	);
	await closesAll(person);
}

/** Closes whatever is open, one on top of another. */
export async function closesAll(person: Driver) {
	while (person.modal()) await person.closes();
}

/** Opens the agreement by the command, and reads it. */
export async function opens(person: Driver): Promise<string> {
	await closesAll(person);
	await person.types("/mentor agreement");
	return person.sees("Only the members of this mentorship see this agreement.");
}

/** Signs what the agreement's page shows, and reads what came of it. */
export async function signs(person: Driver): Promise<string> {
	await opens(person);
	await person.clicks("Sign");
	const page = await person.sees(/You have signed it/);
	await person.closes();
	return page;
}
