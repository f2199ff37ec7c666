import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	fillsJoinPage,
	joins,
	overviewOf,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

test.each(["http", "socket"] as const)(
	"a mentee joins, finds a mentor, asks, and both are introduced, by %s",
	async (transport) => {
		bot = await startBot({ transport });
		const { ana, ben } = people(bot);

		await ben.types("/mentor join");
		await fillsJoinPage(ben, {
			role: "Mentor",
			offers: ["Kubernetes", "Leading teams"],
			offer: "I broke <!channel> & fixed it",
		});
		expect(ben.modal()).toContain("By joining you agree to this");
		await ben.submits();
		await ben.sees("You will hear from Mentor when someone asks you");
		await ben.closes();

		await ana.types("/mentor find k8s");
		const found = await ana.sees('Mentors for "k8s", best match first');
		expect(found).toContain("@Ben Okafor, Staff engineer");
		expect(found).toContain("I broke <!channel> & fixed it");
		expect(found).toContain("• works with Kubernetes");
		expect(found).toContain("1 free seat");

		await ana.clicks("Ask Ben Okafor");
		await ana.sees("Join mentoring");
		await fillsJoinPage(ana, {
			wants: ["Kubernetes"],
			goal: "I want our cluster to survive me",
		});
		await ana.submits();
		await ana.sees("Why Ben Okafor in particular?");
		expect(ana.modal()).toContain("I want our cluster to survive me");
		expect(ana.modal()).toContain(
			"I am asking you because you work with Kubernetes",
		);
		await writesAsk(ana, { ask: "Could we go through my cluster plan?" });
		await ana.submits();

		const preview = await ana.sees("Before it is sent");
		expect(preview).toContain("@Ben Okafor will see this, and your name:");
		expect(preview).toContain("> Could we go through my cluster plan?");
		expect(preview).toContain(
			"Program managers will see: that there is one more",
		);
		expect(preview).toContain("Your manager will see: nothing.");
		expect(ben.messages()).toHaveLength(0);
		await ana.submits();
		await ana.sees("Your request is on its way to Ben Okafor.");
		await ana.closes();

		const request = await ben.sees("@Ana Lopes would like to ask you");
		expect(request).toContain("> Could we go through my cluster plan?");
		await ana.types("/mentor");
		await ana.sees(/@Ben Okafor, asked .*It is their move, until/);
		await ana.opensHome();
		await ana.sees(/My open requests\s+@Ben Okafor/);

		await ben.opensHome();
		await ben.sees(
			/^Needs your answer\s+@Ana Lopes .* It is your move, until/m,
		);
		await ben.clicks("Read what Ana Lopes asks");
		await ben.sees("> Could we go through my cluster plan?");
		await ben.closes();
		await ben.clicks("Accept Ana Lopes");
		await ben.sees("You accepted Ana Lopes.");
		await ben.closes();
		await ben.sees("A few lines before you first talk with @Ana Lopes");
		await ana.sees("A few lines before you first talk with @Ben Okafor");
		for (const one of [ana, ben]) {
			const hello = await one.sees("@Ana Lopes, meet @Ben Okafor.");
			expect(hello).toContain("> Could we go through my cluster plan?");
			const overview = await overviewOf(one);
			expect(overview).toMatch(/^My mentorships\s+With @.*\s+Exploring until/);
			expect(overview).not.toContain("My open requests");
		}
		const groups = bot.slack
			.surface("T0ACME", ana.id)
			.conversations.filter(({ kind }) => kind === "group");
		expect(groups.map(({ members }) => members)).toEqual([
			[ana.id, ben.id, "U0MENTOR"],
		]);
		expect(troubles(bot)).toEqual([]);
	},
);

test("nobody to suggest: the answer says why, and what to change", async () => {
	bot = await startBot();
	const { ana, ben, chen } = people(bot);
	await ana.types("/mentor find");
	await ana.sees("No one else has joined as a mentor yet.");
	await ana.sees("/mentor suggest @name invites them in private.");

	await joins(ben, { role: "Mentor", offers: ["Kubernetes"] });
	await joins(chen, { role: "Both", offers: ["Testing", "Writing"] });
	await ana.types("/mentor find basket weaving");
	await ana.sees('There is nobody to suggest for "basket weaving" right now.');
	await ana.sees("2 mentors offer other topics. Try other words");

	await chen.types("/mentor pause");
	await ana.types("/mentor find testing");
	await ana.sees(
		/1 mentor is not available right now\. Seats open all the time/,
	);
	await ben.types("/mentor find kubernetes");
	await ben.sees('There is nobody to suggest for "kubernetes" right now.');
});
