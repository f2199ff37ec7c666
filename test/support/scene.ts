import pg from "pg";
import { type BotOptions, type Running, startBot } from "./bot.ts";
import { createDatabase, freshDatabase, runSql } from "./database.ts";
import { allIsSaid } from "./said.ts";
import { testServer } from "./test-server.ts";

/** Where stories begin: what people have done before. */
export type Scene = {
	/** The same name, the same scene: it is played once in each process. */
	name: string;
	play(bot: Running): Promise<unknown>;
	options?: SceneOptions;
};
type SceneOptions = Pick<BotOptions, "world" | "now">;

/** What is left of a scene: the bot's database, and what Slack keeps. */
type Kept = { template: string; snapshot: string };

const played = new Map<string, Promise<Kept>>();

/**
 * The bot right after the scene, when all that it owed has been said; from here
 * on its clock may be another.
 */
export async function startScene(
	scene: Scene,
	now = scene.options?.now,
): Promise<Running> {
	const { name, options } = scene;
	const kept = played.get(name) ?? play(scene);
	played.set(name, kept);
	const { template, snapshot } = await kept;
	const { url, drop } = await createDatabase(testServer().url, template);
	const bot = await startBot({
		...options,
		...(now && { now }),
		databaseUrl: url,
		snapshot,
	});
	return {
		...bot,
		async stop() {
			await bot.stop();
			await drop();
		},
	};
}

async function play({ play, options }: Scene): Promise<Kept> {
	const { url: databaseUrl } = await freshDatabase();
	const bot = await startBot({ ...options, databaseUrl });
	await play(bot);
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await allIsSaid(client);
	await client.end();
	const snapshot = bot.slack.snapshot();
	await bot.stop();
	const template = new URL(databaseUrl).pathname.slice(1);
	// A database is cloned only while nobody is connected to it.
	await runSql(
		testServer().url,
		`alter database ${template} with allow_connections false`,
	);
	return { template, snapshot };
}
