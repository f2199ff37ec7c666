import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { until } from "./until.ts";

export type BotProcess = {
	/** Where it takes signed requests; null by Socket Mode. */
	requestUrl: string | null;
	/** What it has written, stdout and stderr as they came. */
	output(): string;
	isRunning(): boolean;
	/** Ends it as an operator would, and waits; its exit code. */
	stop(): Promise<number | null>;
};

const root = path.join(import.meta.dirname, "../..");

/** Milliseconds; a busy machine takes its time. */
const startDeadline = 15_000;

type Env = Record<string, string>;

/** Runs node on a file of the project with these settings and no others. */
export function runNode(args: string[], env: Env) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", ...env },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
	return { child, output: () => output, ended: once(child, "exit") };
}

/** The bot as it is run in earnest: a process of its own. */
export async function startBotProcess(env: Env): Promise<BotProcess> {
	const { child, output, ended } = runNode(["src/main.ts"], env);
	const isRunning = () => child.exitCode === null && child.signalCode === null;
	const line = await until(
		"a bot that runs",
		() => {
			if (!isRunning()) throw new Error(`The bot ended:\n${output()}`);
			return /\{.*"Mentor is running".*\}/.exec(output())?.[0];
		},
		startDeadline,
	).catch((error) => {
		child.kill("SIGKILL");
		throw error;
	});
	const { port } = JSON.parse(line) as { port: number | null };
	return {
		requestUrl: port ? `http://127.0.0.1:${port}/slack/events` : null,
		output,
		isRunning,
		async stop() {
			child.kill("SIGTERM");
			const [code] = await ended;
			return code;
		},
	};
}
