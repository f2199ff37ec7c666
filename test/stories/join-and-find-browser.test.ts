import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { type Running, startBot } from "../support/bot.ts";
import { describeInChromium } from "../support/browser-tests.ts";
import { troubles } from "../support/troubles.ts";

/** The first story in the simulator's page: by mouse, the forms by keyboard. */
describeInChromium("join and find, in Chromium", (browser) => {
	let bot: Running;
	let context: BrowserContext;
	/** What a reader of the browser's console would worry about. */
	let worries: string[];

	beforeEach(async () => {
		bot = await startBot();
		context = await browser().newContext({ locale: "en-US" });
		context.setDefaultTimeout(10_000);
		worries = [];
		context.on("weberror", (error) => worries.push(error.error().message));
		context.on("console", (line) => {
			if (line.type() !== "log") worries.push(line.text());
		});
	});
	afterEach(async () => {
		await context.close();
		await bot.stop();
	});

	async function seat(user: string): Promise<Page> {
		const page = await context.newPage();
		await page.goto(`${bot.slack.url}/?team=T0ACME&user=${user}&open=home`);
		await page.getByRole("heading", { name: "You", exact: true }).waitFor();
		return page;
	}
	const dialog = (page: Page, name: string) =>
		page.getByRole("dialog", { name });
	/** Searches a select by typing, and takes the first that is found. */
	async function picks(field: Locator, words: string) {
		const page = field.page();
		await field.focus();
		await page.keyboard.type(words);
		await page.getByRole("option", { name: words }).first().waitFor();
		await page.keyboard.press("Enter");
	}

	test("a mentee joins, finds a mentor, asks, and both are introduced", async () => {
		const ben = await seat("U02BEN");
		await ben.getByRole("button", { name: "Join" }).click();
		const join = dialog(ben, "Join mentoring");
		await join.getByLabel("Mentee:").focus();
		await ben.keyboard.press("ArrowDown");
		await picks(join.getByLabel("What can you help with?"), "Kubernetes");
		await join.getByLabel("what do you offer?").focus();
		await ben.keyboard.type("I broke <!channel> & fixed it");
		await ben.keyboard.press("Enter");
		const joined = dialog(ben, "Mentor");
		await joined.getByText("You are part of the mentoring program").waitFor();
		await ben.keyboard.press("Escape");
		await joined.waitFor({ state: "detached" });

		const ana = await seat("U01ANA");
		await ana.getByRole("button", { name: "Messages" }).click();
		const composer = ana.getByLabel("Message to Mentor");
		await composer.fill("/mentor find k8s");
		await composer.press("Enter");
		const log = ana.getByRole("log");
		await log.getByText("I broke <!channel> & fixed it").waitFor();
		await log.getByText("works with Kubernetes").waitFor();
		await log.getByRole("button", { name: "Ask Ben Okafor" }).click();

		const first = dialog(ana, "Join mentoring");
		await picks(first.getByLabel("What would you like to get"), "Kubernetes");
		await first.getByLabel("what do you want?").focus();
		await ana.keyboard.type("I want our cluster to survive me");
		await ana.keyboard.press("Enter");
		const ask = dialog(ana, "Ask for a conversation");
		await ask.getByLabel("What exactly do you ask for?").focus();
		await ana.keyboard.type("Could we go through my cluster plan?");
		for (const box of await ask.getByRole("checkbox").all())
			await box.press("Space");
		await ask.getByRole("button", { name: "Preview" }).press("Enter");
		const preview = dialog(ana, "Before it is sent");
		await preview.getByText("Your manager will see:").waitFor();
		await preview.getByRole("button", { name: "Back to edit" }).press("Enter");
		await ask.waitFor();
		expect(
			await ask.getByLabel("What exactly do you ask for?").inputValue(),
		).toBe("Could we go through my cluster plan?");
		await ask.getByRole("button", { name: "Preview" }).click();
		await preview.getByRole("button", { name: "Send" }).click();
		const sent = dialog(ana, "Mentor");
		await sent.getByText("Your request is on its way to Ben Okafor.").waitFor();
		await sent.getByRole("button", { name: "Close" }).click();

		await ben.getByRole("button", { name: "Messages" }).click();
		const request = ben.getByRole("log");
		await request.getByText("Could we go through my cluster plan?").waitFor();
		await request.getByRole("button", { name: "Accept Ana Lopes" }).click();
		await request.getByText("You accepted Ana Lopes.").waitFor();
		await ana.getByRole("button", { name: "Ben Okafor, Mentor" }).click();
		await log.getByText("You both said yes to a first conversation.").waitFor();
		await ana.getByRole("button", { name: "Home" }).click();
		await ana.getByRole("heading", { name: "My mentorships" }).waitFor();
		await ana.getByText("Exploring until").waitFor();

		for (const page of [ana, ben])
			expect(await page.locator(".unknown").count()).toBe(0);
		expect(worries).toEqual([]);
		expect(troubles(bot)).toEqual([]);
	}, 60_000);
});
