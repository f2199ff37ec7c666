import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { openTerminal } from "../../src/cli/terminal.ts";

function fakeTerminal(isTTY: boolean) {
	const stdin = Object.assign(new PassThrough(), { isTTY });
	const stdout = Object.assign(new PassThrough(), { isTTY });
	return { stdin, stdout, terminal: openTerminal({ stdin, stdout }) };
}

test.each([
	["y\n", true],
	["Yes \n", true],
	["n\n", false],
	["yesterday\n", false],
	["\n", false],
])("the answer %j", async (typed, meant) => {
	const { stdin, stdout, terminal } = fakeTerminal(true);
	const asked = terminal.confirm("Go on? ");
	stdin.write(typed);
	expect(await asked).toBe(meant);
	expect(String(stdout.read())).toContain("Go on? ");
});

test("an input that ends without an answer is a no", async () => {
	const { stdin, terminal } = fakeTerminal(true);
	const asked = terminal.confirm("Go on? ");
	stdin.end();
	expect(await asked).toBe(false);
});

test("without a terminal nobody is asked", async () => {
	const { stdout, terminal } = fakeTerminal(false);
	expect(await terminal.confirm("Go on? ")).toBeNull();
	expect(stdout.read()).toBeNull();
});
