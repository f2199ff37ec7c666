import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { prepareDatabase } from "./db/prepare.ts";
import { createLog, errorFacts } from "./log.ts";
import { preflight } from "./preflight.ts";
import { explainStartError, StartProblems } from "./start-problems.ts";

/** Runs the bot until it is told to stop; exits with 1 when it cannot start. */
export async function run(config: Config): Promise<void> {
	const log = createLog(config.logLevel);

	// A last resort: one odd request must not take everyone's bot down.
	process.on("uncaughtException", (error) =>
		log.error(errorFacts(error), "uncaught"),
	);

	try {
		const problems = await preflight(config);
		if (problems.length > 0) throw new StartProblems(problems);
		const database = await prepareDatabase(config, log);
		const app = await createApp({ config, databaseUrl: database.url, log });
		const { port, workspaces } = await app.start();
		log.info({ port, workspaces: workspaces.length }, "Mentor is running");

		const stop = async () => {
			await app.stop();
			await database.stop();
			process.exit(0);
		};
		process.once("SIGTERM", stop);
		process.once("SIGINT", stop);
	} catch (error) {
		process.stderr.write(explainStartError(error));
		process.exit(1);
	}
}
