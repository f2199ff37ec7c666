import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const main = join(import.meta.dirname, "../../src/main.ts");

export type BotProcess = {
	/** Resolves with the exit code when it ended, for whatever reason. */
	ended: Promise<number | null>;
	stop(): Promise<void>;
};

/**
 * The same process as `npm start`, told only by its environment. Resolves when
 * it says that it runs; the rest of its log goes to `say`. Its pid is kept in
 * `pidFile`, so that a start after a kill -9 can end the one left behind.
 */
export async function startBotProcess(
	env: Record<string, string>,
	pidFile: string,
	say: (line: string) => void,
): Promise<BotProcess> {
	endLeftBehind(pidFile);
	const bot = spawn(process.execPath, [main], {
		env: { PATH: process.env.PATH, TZ: "UTC", ...env },
		stdio: ["ignore", "pipe", "inherit"],
		// Ctrl-C reaches the demo alone, which then stops the bot in its turn.
		detached: true,
	});
	writeFileSync(pidFile, String(bot.pid));
	const ended = once(bot, "exit").then(([code]) => code as number | null);
	await running(bot, ended, say);
	return {
		ended,
		async stop() {
			bot.kill("SIGTERM");
			await ended;
			rmSync(pidFile, { force: true });
		},
	};
}

async function running(
	bot: ChildProcess,
	ended: Promise<number | null>,
	say: (line: string) => void,
): Promise<void> {
	if (!bot.stdout) throw new Error("The bot has no output.");
	const lines = createInterface(bot.stdout);
	const started = new Promise<void>((resolve) => {
		lines.on("line", (line) => {
			if (line.includes("Mentor is running")) resolve();
			else say(line);
		});
	});
	const failed = ended.then((code) => {
		throw new Error(`The bot ended with ${code} at its start.`);
	});
	await Promise.race([started, failed]);
	failed.catch(() => {});
}

/** Ends a bot whose demo was killed, and nothing else that has its pid now. */
function endLeftBehind(pidFile: string): void {
	try {
		const pid = Number(readFileSync(pidFile, "utf8"));
		const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
		if (command.includes(main)) process.kill(pid, "SIGKILL");
	} catch {
		// No such file or process: nothing was left behind.
	}
}
