import { describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../src/cli/command.ts";

const [one, other] = [
	"01938f6e-0000-7000-8000-000000000001",
	"01938F6E-0000-7000-8000-00000000000A",
];

test.each([
	["deliveries", { is: "deliveries", most: 20 }],
	["deliveries --most 5", { is: "deliveries", most: 5 }],
	[
		"retry --failed --yes",
		{ is: "retry", which: "failed", most: 20, yes: true },
	],
	["deliveries --help", { is: "help" }],
	["-h", { is: "help" }],
	["nonsense --help", { is: "help" }],
])("%s", (words, command) => {
	expect(parseCommand(words.split(" "))).toEqual(command);
});

test("ids are taken once each, in small letters", () => {
	const which = [one, other.toLowerCase()];
	for (const is of ["retry", "drop"])
		expect(parseCommand([is, one, other, one])).toEqual({
			is,
			which,
			most: 20,
			yes: false,
		});
});

describe("anything else says what is wrong", () => {
	test.each([
		["", "A command is missing"],
		["delivery", "There is no command 'delivery'"],
		[`deliveries ${one}`, "deliveries takes no ids"],
		["deliveries --yes", "deliveries takes no --yes"],
		["deliveries --most 0", "--most takes a whole number from 1 on"],
		["deliveries --most many", "--most takes a whole number from 1 on"],
		["retry", "retry what? Ids are missing"],
		["drop", "drop what? Ids are missing"],
		["drop --failed", "drop takes no --failed"],
		[`retry --failed ${one}`, "Give ids or --failed, not both"],
		[`retry ${one} 7`, "'7' is not the id of a delivery"],
		["retry --all", "Unknown option '--all'"],
	])("%s", (words, problem) => {
		const args = words.split(" ").filter(Boolean);
		expect(parseCommand(args)).toEqual({ is: "wrong", problem });
	});
});
