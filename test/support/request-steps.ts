import type { Driver } from "./driver.ts";
import { writesAsk } from "./steps.ts";

/** Asks the first, with the others as next choices in this order. */
export async function asksInTurn(
	person: Driver,
	[first, ...next]: string[],
): Promise<void> {
	await person.types(`/mentor ask @${first}`);
	await writesAsk(person);
	await person.submits();
	await person.sees("Before it is sent");
	if (next.length > 0) {
		await person.clicks("Next choices");
		for (const [index, name] of next.entries()) {
			await person.chooses("Add someone", name);
			await person.sees(`${index + 2}. @${name}`);
		}
		await person.chooses(/^None of them is my manager/m, "That is right");
		await person.submits();
		await person.sees("Before it is sent");
	}
	await person.submits();
	await person.sees(`Your request is on its way to ${first}.`);
	await person.closes();
}
