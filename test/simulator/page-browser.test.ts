import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	expect,
	test,
} from "@jest/globals";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { describeInChromium } from "../support/browser-tests.ts";
import { everyValue } from "../support/page-fake/every-value.ts";
import { type Fake, startFake } from "../support/page-fake/server.ts";

describeInChromium("the page in Chromium", (browser) => {
	let fake: Fake;
	let context: BrowserContext;
	let page: Page;
	/** What a reader of the browser's console would worry about. */
	let trouble: string[];

	beforeAll(async () => {
		context = await browser().newContext({
			locale: "en-US",
			timezoneId: "Europe/Lisbon",
		});
		context.setDefaultTimeout(5_000);
	});
	afterAll(() => context?.close());

	beforeEach(async () => {
		fake = await startFake();
		page = await context.newPage();
		trouble = [];
		page.on("pageerror", ({ message }) => trouble.push(message));
		page.on("console", (line) => {
			if (line.type() !== "log") trouble.push(line.text());
		});
		page.on("request", (request) => {
			if (!request.url().startsWith(fake.url) && !/^data:/.test(request.url()))
				trouble.push(`asked for ${request.url()}`);
		});
	});

	afterEach(async () => {
		await page.close();
		await fake.stop();
		expect(trouble).toEqual([]);
	});

	const focused = (locator: Locator) =>
		locator.and(page.locator(":focus")).waitFor();
	const open = (where: string) =>
		page.goto(`${fake.url}/?team=T1&user=U1000&open=${where}`);

	test("fills every kind of input by keyboard", async () => {
		await open("D0");
		const opener = page.getByRole("button", { name: "Fill in everything" });
		await opener.press("Enter");
		const modal = page.getByRole("dialog", { name: "My mentoring profile" });
		const field = (label: string) => modal.getByLabel(label, { exact: true });
		const keys = async (at: Locator, ...pressed: string[]) => {
			await at.focus();
			for (const key of pressed) await page.keyboard.press(key);
		};
		const choose = async (label: string, query: string, name: string) => {
			await field(label).focus();
			await page.keyboard.type(query);
			await page.getByRole("option", { name }).first().waitFor();
			await page.keyboard.press("Enter");
		};

		/** The system's own window opens on Enter; a person picks there. */
		const attach = async (...names: string[]) => {
			const opened = page.waitForEvent("filechooser");
			await keys(field("The list of people"), "Enter");
			const chooser = await opened;
			expect(chooser.isMultiple()).toBe(true);
			const buffer = Buffer.from("id\nU1\n");
			const mimeType = "text/csv";
			await chooser.setFiles(names.map((name) => ({ name, mimeType, buffer })));
			for (const name of names)
				await modal.getByRole("status").getByText(name).waitFor();
		};

		await modal.waitFor();
		await page.keyboard.type("Calm");
		await keys(field("A few words about you"));
		await page.keyboard.type("Two\nlines");
		await field("Email for calendar files").pressSequentially("a@b.example");
		await field("A page about you").pressSequentially("https://a.example");
		await field("Years in this field").pressSequentially("7");
		await keys(field("Mentee"), "Space", "ArrowDown");
		await keys(field("One to one"), "Space");
		await keys(field("Peer"), "Space");
		await keys(field("Rhythm"), "ArrowDown", "ArrowDown", "Enter");
		await keys(field("Level"), "Enter", "Enter", "ArrowUp", "Enter", "Escape");
		await choose("Topic", "kub", "Kubernetes");
		await choose("More topics", "ko", "Kotlin");
		await choose("Who recommended you?", "nadia", "Nadia");
		await choose("Who else knows you?", "priya", "Priya");
		await keys(field("Who else knows you?"), "Backspace");
		await choose("Who else knows you?", "quinn", "Quinn");
		await choose("Report channel", "ment", "#mentoring");
		await choose("Where the report goes", "peo", "#people-team");
		await attach("draft.csv", "people.csv");
		await modal.getByRole("button", { name: "Remove draft.csv" }).focus();
		await page.keyboard.press("Enter");
		await modal.getByText("draft.csv").waitFor({ state: "detached" });
		await field("First day").pressSequentially("06012026");
		await field("Best time of day").pressSequentially("0930AM");
		await keys(field("First meeting"));
		await page.keyboard.type("06022026");
		await page.keyboard.press("ArrowRight");
		await page.keyboard.type("1000AM");
		await field("Say it again").pressSequentially("again");
		await page.keyboard.press("Enter");
		await page.getByRole("status").getByText("Heard: again").waitFor();

		expect(await page.locator(".unknown").count()).toBe(0);
		const [held] = fake.state.surface.modals;
		expect(held?.values).toEqual(everyValue());
		expect(atob(fake.state.files.get("people.csv") ?? "")).toBe("id\nU1\n");

		await keys(field("Years in this field"), "Enter");
		const error = modal.getByRole("alert");
		await error.first().waitFor();
		expect(await error.allTextContents()).toEqual([
			"Please use a few words.",
			"Please choose one.",
		]);
		await page.keyboard.type(" and clear");
		await error.getByText("a few words").waitFor({ state: "detached" });
		await page.keyboard.press("Enter");
		await modal.waitFor({ state: "detached" });
		await page.getByRole("status").getByText("Saved.").waitFor();
		await focused(opener);
	});

	test("gives a file of a message, and marks private channels", async () => {
		await open("D0");
		const link = page.getByRole("link", { name: "people.csv 1.5 KB" });
		const download = page.waitForEvent("download");
		await link.press("Enter");
		expect((await download).suggestedFilename()).toBe("people-4f2a.csv");
		const nav = page.getByRole("navigation", { name: "Conversations" });
		const icon = (name: string) =>
			nav.getByRole("button", { name }).locator(".icon").getAttribute("class");
		expect(await icon("people-team")).toContain("icon-lock");
		expect(await icon("mentoring")).toContain("icon-hash");
	});

	test("stacks windows, and Esc closes the top one alone", async () => {
		await open("home");
		await page.getByRole("button", { name: "Open the ask" }).click();
		const below = page.getByRole("dialog", { name: "My mentoring profile" });
		const push = below.getByRole("button", { name: "What others see" });
		await push.click();
		const above = page.getByRole("dialog", { name: "Who sees what" });
		await above.waitFor();
		await page
			.locator("[inert]")
			.and(page.locator(".veil", { has: below }))
			.waitFor();
		for (let tabs = 0; tabs < 6; tabs += 1) {
			await page.keyboard.press("Tab");
			const outside = "document.activeElement.closest('.page, [inert]')";
			expect(await page.evaluate(outside)).toBeNull();
		}
		await page.keyboard.press("Escape");
		await above.waitFor({ state: "detached" });
		await focused(push);

		await below.getByRole("button", { name: "Start over" }).click();
		const question = page.getByRole("dialog", { name: "Start over?" });
		await question.getByRole("button", { name: "Keep it" }).press("Enter");
		await question.waitFor({ state: "detached" });
		const sent = () => fake.state.acts.map(({ type }) => type);
		const clicks = sent().filter((type) => type === "click").length;
		await below.getByRole("button", { name: "Start over" }).click();
		await question.getByRole("button", { name: "Start over" }).press("Enter");
		await question.waitFor({ state: "detached" });
		await below.getByRole("button", { name: "Dismiss" }).click();
		await below.waitFor({ state: "detached" });
		expect(sent().filter((type) => type === "click")).toHaveLength(clicks + 1);
		expect(fake.state.acts.at(-1)).toMatchObject({ type: "close", all: true });
	});

	test("shows what is known, and a red box for what is not", async () => {
		for (const where of ["home", "D0", "D1", "G1", "C1"]) {
			await open(where);
			await page.getByRole("main").getByRole("heading").first().waitFor();
			expect(await page.locator(".unknown").count()).toBe(0);
		}
		await open("G1");
		await page.getByRole("radiogroup", { name: "Pick one of these" }).waitFor();
		await page.getByRole("combobox", { name: "Or several" }).waitFor();
		await open("C2");
		await page.getByRole("note").first().waitFor();
		expect(await page.getByRole("note").allTextContents()).toEqual([
			expect.stringContaining("hologram"),
			expect.stringContaining("lever"),
		]);
	});

	test("sends commands, recalls them, and says what went wrong", async () => {
		await open("D0");
		const composer = page.getByLabel("Message to Mentor");
		await composer.pressSequentially("/m");
		await page.getByRole("option", { name: "/mentor" }).waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.type("find");
		await page.keyboard.press("Enter");
		const log = page.getByRole("log");
		await log.getByText("Only visible to you").nth(1).waitFor();
		expect(fake.state.acts.at(-1)).toEqual({
			type: "command",
			conversation: "D0",
			text: "/mentor find",
		});
		await page.keyboard.press("ArrowUp");
		expect(await composer.inputValue()).toBe("/mentor find");
		await composer.fill("/nothing");
		await page.keyboard.press("Enter");
		const notices = page.getByRole("status", { name: "Notices" });
		await notices.getByText("/nothing is not a valid command.").waitFor();
		await notices.getByRole("button", { name: "Dismiss notice" }).click();
		await notices.getByText("/nothing").waitFor({ state: "detached" });
		await page.getByRole("button", { name: "What was sent" }).click();
		const sent = page.getByRole("complementary", { name: "What was sent" });
		await sent.getByText("command /mentor find").waitFor();
	});

	test("lets one be somebody else, and keeps it in the URL", async () => {
		await page.goto(fake.url);
		await page.waitForURL(/team=T1&user=U1000&open=home/);
		await page.getByLabel("You are").fill("product designer");
		await page.getByRole("option", { name: "Chiara" }).first().click();
		await page.waitForURL(/user=U1002/);
		await page.getByLabel("Workspace").selectOption("Fabrikam");
		await page.waitForURL(/team=T2/);
		await page.goBack();
		await page.waitForURL(/user=U1002/);
		await page.waitForFunction("document.title.startsWith('Chiara')");
	});
});
