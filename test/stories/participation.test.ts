import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import { joinsAsMentee, joinsAsMentor, untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 2: "Joining accepts the program's versioned participation text (who
// sees what, confidentiality, where to turn), shown in five lines."

let bot: Running;
let ana: Driver;
let ben: Driver;
let chen: Driver;
let dana: Driver;
beforeAll(async () => {
	bot = await startBot();
	({ ana, ben, chen, dana } = people(bot));
	await ana.opensHome();
	await ana.clicks("Claim");
	await ana.sees("What you run");
	await ana.types("/mentor program");
	await ana.submits();
	await ana.closes();
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(chen, "Testing");
});
afterAll(() => bot?.stop());

async function writes(lines: string) {
	await ana.types("/mentor program");
	await ana.clicks("What people agree to");
	await ana.fills("Lines of your own", lines);
	await ana.submits();
}

const waits = "Waiting for your agreement";

test("a program adds lines of its own, and says who is asked", async () => {
	await ana.types("/mentor program");
	await ana.clicks("What people agree to");
	await ana.sees("1. It is voluntary");
	await ana.sees("Saving sends the new text to everyone who has joined, once");
	await ana.closes();
	await ana.closes();
	await writes("We meet in <working> hours.\nOur teams know.\n\n");
	await ana.sees("Whoever has joined is asked to agree.");
	await ana.closes();
	await ana.closes();
});

test("whoever has joined is asked until they answer, and nobody is put out", async () => {
	await ben.opensHome();
	await untilHome(ben, (home) => home.includes(waits));
	expect(ben.home()).toContain("6. We meet in <working> hours.");
	expect(ben.home()).toContain("7. Our teams know.");
	await ben.types("/mentor pause");
	await ben.types("/mentor resume");
	await ben.sees("Welcome back.");

	await ben.opensHome();
	await ben.clicks("I agree");
	await ben.sees("Thank you. You have agreed");
	await ben.closes();
	await untilHome(ben, (home) => !home.includes(waits));
});

test("the other way is to leave", async () => {
	await chen.opensHome();
	await untilHome(chen, (home) => home.includes(waits));
	await chen.clicks("Leave", { nth: 0 });
	await chen.sees("You have left the program.");
	await chen.closes();
	await untilHome(chen, (home) => !home.includes(waits));
});

test("joining afterwards accepts the newest, and is not asked again", async () => {
	await dana.types("/mentor join");
	await dana.sees("7. Our teams know.");
	await dana.closes();
	await joinsAsMentee(dana, "Testing");
	await dana.opensHome();
	await untilHome(dana, (home) => home.includes("You"));
	expect(dana.home()).not.toContain(waits);
});

test("a newer text is asked for in its turn", async () => {
	await writes("One line only.");
	await ana.closes();
	await ana.closes();
	await ben.opensHome();
	await untilHome(ben, (home) => home.includes("6. One line only."));
	expect(ben.home()).not.toContain("Our teams know.");
	expect(troubles(bot)).toEqual([]);
});

test("more than three lines are refused, and nothing is lost", async () => {
	await writes("one\ntwo\nthree\nfour");
	expect(ana.errors()["Lines of your own"]).toContain(
		"Three lines are the most",
	);
	expect(ana.modal()).toContain("four");
});
