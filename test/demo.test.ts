import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "@jest/globals";
import type { Act, Surface } from "../simulator/surface.ts";
import { processesWith } from "./support/processes.ts";
import { until } from "./support/until.ts";

const started: ChildProcess[] = [];
let folder = "";

afterAll(async () => {
	for (const child of started) kill(child, "SIGKILL");
	for (const id of folder ? await processesWith(folder) : [])
		process.kill(id, "SIGKILL");
	await until("an end of all processes", async () => {
		return (await processesWith(folder)).length === 0;
	});
	if (folder) await rm(folder, { recursive: true, force: true });
});

type Demo = {
	child: ChildProcess;
	lines: string[];
	newcomer: URL;
	mentee: URL;
};

/** `npm run demo`, in a process group of its own, until it says where it is. */
async function startDemo(): Promise<Demo> {
	const { PATH, HOME } = process.env;
	const child = spawn("npm", ["run", "demo"], {
		cwd: join(import.meta.dirname, ".."),
		env: { PATH, HOME, DATA_DIR: folder, SIMULATOR_PORT: "0" },
		stdio: ["ignore", "pipe", "inherit"],
		detached: true,
	});
	started.push(child);
	const lines: string[] = [];
	createInterface(child.stdout).on("line", (line) => lines.push(line));
	const linkOf = (words: string) =>
		until(
			`a link among ${lines}`,
			() => {
				const line = lines.find((one) => one.includes(words));
				const url = /http\S+/.exec(line ?? "");
				return url ? new URL(url[0]) : false;
			},
			60_000,
		);
	const newcomer = await linkOf("not joined yet");
	return { child, lines, newcomer, mentee: await linkOf("four mentorships") };
}

function kill({ pid }: ChildProcess, signal: "SIGINT" | "SIGKILL") {
	try {
		if (pid) process.kill(-pid, signal);
	} catch {
		// It has gone by itself.
	}
}

/** Someone of the demo, as the page has them act. */
function visitor(link: URL) {
	const team = link.searchParams.get("team");
	const user = link.searchParams.get("user");
	const surface = async (): Promise<Surface> => {
		const query = new URLSearchParams({ team: team ?? "", user: user ?? "" });
		const response = await fetch(`${link.origin}/sim/surface?${query}`);
		return (await response.json()) as Surface;
	};
	const act = (it: Act) =>
		fetch(`${link.origin}/sim/act`, {
			method: "POST",
			body: JSON.stringify({ team, user, act: it }),
		});
	return {
		surface,
		act,
		async types(text: string) {
			const [dm] = (await surface()).conversations;
			await act({ type: "command", conversation: dm?.id ?? "", text });
		},
	};
}

test("npm run demo: prints its address, survives kill -9, ends with Ctrl-C", async () => {
	folder = await mkdtemp(join(tmpdir(), "mentor-test-demo-"));
	const first = await startDemo();
	expect(first.lines.join("\n")).toMatch(/Filled .* with \d+ people/);
	const page = await fetch(first.newcomer);
	expect(await page.text()).toContain("<html");
	const newcomer = visitor(first.newcomer);
	await newcomer.types("/mentor join");
	const [form] = (await newcomer.surface()).modals;
	await newcomer.act({ type: "submit", view_id: form?.id ?? "" });
	const [joined] = (await newcomer.surface()).modals;
	expect(JSON.stringify(joined)).toContain("You are part of the mentoring");

	const mentee = visitor(first.mentee);
	await mentee.types("/mentor");
	const life = JSON.stringify((await mentee.surface()).conversations[0]);
	for (const words of [
		"look back, and choose how it goes on",
		"Next conversation:",
		"Exploring until",
		"a mentor outside Slack",
		"Did you talk with",
	])
		expect(life).toContain(words);

	kill(first.child, "SIGKILL");
	await once(first.child, "exit");
	const second = await startDemo();
	expect(second.lines.join("\n")).not.toContain("Filled");
	const again = visitor(second.newcomer);
	await again.types("/mentor join");
	const { conversations } = await again.surface();
	expect(conversations[0]?.messages.at(-1)?.text).toContain(
		"You are part of the program already.",
	);

	expect((await processesWith(folder)).length).toBeGreaterThan(2);
	kill(second.child, "SIGINT");
	await once(second.child, "exit");
	expect(second.lines).toContain("Stopping.");
	await until("an end of all it started", async () => {
		return (await processesWith(folder)).length === 0;
	});
}, 180_000);
