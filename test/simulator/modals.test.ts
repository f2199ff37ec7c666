import { afterEach, describe, expect, test } from "@jest/globals";
import type { App, ViewClosedAction, ViewResponseAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { startTiny, type Tiny, type Transport } from "./tiny-app.ts";

let tiny: Tiny;
afterEach(() => tiny.stop());

const plain = (text: string) => ({ type: "plain_text" as const, text });

function modal(title: string, extra: Partial<ModalView> = {}): ModalView {
	return {
		type: "modal",
		callback_id: "form",
		title: plain(title),
		submit: plain("Save"),
		close: plain("Cancel"),
		blocks: [
			{
				type: "input",
				block_id: "goal",
				label: plain("My goal"),
				element: {
					type: "plain_text_input",
					action_id: "text",
					max_length: 20,
				},
			},
		],
		...extra,
	};
}

/** /mentor opens a modal; its submission is answered by `answer`. */
function opens(answer: (text: string) => ViewResponseAction | undefined) {
	return (app: App) => {
		app.command("/mentor", async ({ ack, client, body }) => {
			await ack();
			const view = modal("First");
			await client.views.open({ trigger_id: body.trigger_id, view });
		});
		app.view("form", async ({ ack, view }) => {
			const typed = view.state.values.goal?.text?.value ?? "";
			const response = answer(typed);
			if (response) await ack(response);
			else await ack();
		});
	};
}

async function openAs(person = "U01ANA") {
	const ana = tiny.slack.person("T0ACME", person);
	await ana.types("/mentor");
	await ana.sees("First");
	return ana;
}

const both: Transport[] = ["http", "socket"];

describe.each(both)("a submission over %s", (transport) => {
	test("without an answer in the ack closes the modal", async () => {
		tiny = await startTiny(
			transport,
			opens(() => undefined),
		);
		const ana = await openAs();
		expect(ana.modal()).toBe("First\nMy goal:\n[Cancel] [Save]");
		await ana.fills("My goal", "Learn Rust");
		expect(await ana.submits()).toEqual({ ok: true });
		expect(ana.modal()).toBeNull();
	});

	test("with errors keeps it and shows them beside the field", async () => {
		tiny = await startTiny(
			transport,
			opens((goal) => ({
				response_action: "errors",
				errors: { goal: `"${goal}" is not a goal.` },
			})),
		);
		const ana = await openAs();
		await ana.fills("My goal", "hm");
		const error = '"hm" is not a goal.';
		expect(await ana.submits()).toEqual({ ok: false, error });
		expect(ana.errors()).toEqual({ "My goal": error });
		expect(ana.modal()).toContain(`My goal: hm\n${error}`);
		expect(ana.notices()).toEqual([]);
	});

	test("update, push, push and clear", async () => {
		tiny = await startTiny(
			transport,
			opens((goal) => {
				if (goal === "update")
					return { response_action: "update", view: modal("Second") };
				if (goal.startsWith("push"))
					return { response_action: "push", view: modal(goal) };
				return { response_action: "clear" };
			}),
		);
		const ana = await openAs();
		await ana.fills("My goal", "update");
		await ana.submits();
		// The same block and action id: what was typed stays.
		expect(ana.modal()).toBe("Second\nMy goal: update\n[Cancel] [Save]");
		for (const goal of ["push two", "push three"]) {
			await ana.fills("My goal", goal);
			await ana.submits();
			expect(ana.modal()).toMatch(new RegExp(`^${goal}\\nMy goal:\\n`));
		}
		await ana.fills("My goal", "push four");
		expect(await ana.submits()).toEqual({
			ok: false,
			error: "We had some trouble connecting. Try again?",
		});
		await ana.closes();
		expect(ana.modal()).toMatch(/^push two\nMy goal: push three/);
		await ana.fills("My goal", "clear");
		await ana.submits();
		expect(ana.modal()).toBeNull();
	});

	test.each([
		["errors for a block that is no input", { errors: { other: "No." } }],
		["errors without any", {}],
	])("%s: trouble connecting, the modal stays", async (_, response) => {
		tiny = await startTiny(
			transport,
			opens(() => ({ response_action: "errors", errors: {}, ...response })),
		);
		const ana = await openAs();
		await ana.fills("My goal", "x");
		await ana.submits();
		await ana.sees("We had some trouble connecting. Try again?");
		expect(ana.modal()).toContain("My goal: x");
	});
});

describe("a modal", () => {
	test("that is not answered in time stays, with what was typed", async () => {
		tiny = await startTiny(
			"http",
			(app) => {
				app.view("slow", async () => {});
				app.command("/mentor", async ({ ack, body, client }) => {
					await ack();
					const view = modal("Slow", { callback_id: "slow" });
					await client.views.open({ trigger_id: body.trigger_id, view });
				});
			},
			{ patience: 500 },
		);
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		await ana.types("/mentor");
		await ana.sees("Slow");
		await ana.fills("My goal", "x");
		expect(await ana.submits()).toEqual({
			ok: false,
			error: "We had some trouble connecting. Try again?",
		});
		expect(ana.modal()).toContain("My goal: x");
	});

	test("is not sent while a field is empty or too long", async () => {
		tiny = await startTiny(
			"http",
			opens(() => undefined),
		);
		const ana = await openAs();
		await ana.submits();
		const required = "Please complete this required field.";
		expect(ana.errors()).toEqual({ "My goal": required });
		await ana.fills("My goal", "x".repeat(21));
		await ana.submits();
		const long = "Please enter no more than 20 characters.";
		expect(ana.errors()).toEqual({ "My goal": long });
		const sent = tiny.slack.exchanges().map(({ what }) => what);
		expect(sent).not.toContain("view_submission form");
	});

	test("tells the app that it was closed when asked to", async () => {
		const closed: boolean[] = [];
		tiny = await startTiny("http", (app) => {
			app.command("/mentor", async ({ ack, client, body }) => {
				await ack();
				const view = modal("First", { notify_on_close: true });
				await client.views.open({ trigger_id: body.trigger_id, view });
			});
			app.view<ViewClosedAction>(
				{ callback_id: "form", type: "view_closed" },
				async ({ ack, body }) => {
					closed.push(body.is_cleared);
					await ack();
				},
			);
		});
		await (await openAs()).closes();
		const ana = await openAs();
		const { modals } = tiny.slack.surface("T0ACME", "U01ANA");
		const view_id = modals[0]?.id ?? "";
		await tiny.slack.act("T0ACME", "U01ANA", {
			type: "close",
			view_id,
			all: true,
		});
		expect(ana.modal()).toBeNull();
		expect(closed).toEqual([false, true]);
	});

	test("carries its place in the stack, its hash and its state", async () => {
		const views: Record<string, unknown>[] = [];
		tiny = await startTiny("http", (app) => {
			opens(() => undefined)(app);
			app.view("form", async ({ view }) => {
				views.push({ ...view });
			});
		});
		const ana = await openAs();
		await ana.fills("My goal", "x");
		await ana.submits();
		const [view = {}] = views;
		expect(view).toMatchObject({
			team_id: "T0ACME",
			type: "modal",
			callback_id: "form",
			private_metadata: "",
			external_id: "",
			app_id: "A0MENTOR",
			bot_id: "B0MENTOR",
			app_installed_team_id: "T0ACME",
			previous_view_id: null,
			notify_on_close: false,
			clear_on_close: false,
			state: {
				values: { goal: { text: { type: "plain_text_input", value: "x" } } },
			},
		});
		expect(view.root_view_id).toBe(view.id);
		expect(view.hash).toBeTruthy();
	});
});
