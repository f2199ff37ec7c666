import { elementsIn } from "../../simulator/elements.ts";
import type { Slack } from "../../simulator/slack.ts";
import type { Block, Place, View } from "../../simulator/surface.ts";
import { until } from "./until.ts";

/**
 * A person who works fast and by ids instead of words: for many rounds of the
 * same. What a person reads is the driver's part.
 */
export type Hand = ReturnType<typeof createHand>;

export function createHand(slack: Slack, team: string, user: string) {
	const surface = () => slack.surface(team, user);
	const act = (it: Parameters<Slack["act"]>[2]) => slack.act(team, user, it);
	const modal = () => surface().modals.at(-1);

	/** The modal, once it is this one. */
	const shown = (callback: string): Promise<View> =>
		until(`a modal ${callback} of ${user}`, () => {
			const view = modal();
			return view?.callback_id === callback && view;
		});

	function element(view: View, block_id: string) {
		const blocks = view.blocks.filter((block) => block.block_id === block_id);
		const [placed] = elementsIn(blocks);
		if (!placed) throw new Error(`${view.callback_id} has no ${block_id}.`);
		const place: Place = { kind: "view", view_id: view.id };
		const { action_id } = placed.element;
		return { ...placed, address: { place, block_id, action_id } };
	}

	/** What the buttons of a kind stand for. */
	const buttonsIn = (blocks: Block[], action: string) =>
		elementsIn(blocks)
			.filter(({ element }) => element.action_id === action)
			.map(({ element }) => String(element.value ?? ""));

	async function press(
		where: Block[],
		place: Place,
		action: string,
		value?: string,
	) {
		const found = elementsIn(where).find(
			({ element }) =>
				element.action_id === action &&
				(value === undefined || element.value === value),
		);
		if (!found) throw new Error(`${user} has no button ${action}.`);
		const { block_id } = found.block;
		const { type } = found.element;
		const id = { block_id, action_id: action };
		await act({ type: "click", place, ...id, value: { type } });
	}

	return {
		shown,
		surface,
		async types(text: string) {
			const [dm] = surface().conversations;
			if (!dm) throw new Error(`${user} has no DM with the app.`);
			await act({ type: "command", conversation: dm.id, text });
		},
		/** A button in the modal that is open. */
		async presses(action: string, value?: string) {
			const view = modal();
			if (!view) throw new Error(`${user} has no modal open.`);
			const place: Place = { kind: "view", view_id: view.id };
			await press(view.blocks, place, action, value);
		},
		buttonsIn,
		/** A button on Home. */
		async pressesAtHome(action: string, value?: string) {
			const { home } = surface();
			if (!home) throw new Error(`${user} has no Home.`);
			const place: Place = { kind: "view", view_id: home.id };
			await press(home.blocks, place, action, value);
		},
		/** The last button of a kind in the newest message that has it. */
		async pressesBelow(action: string) {
			const [dm] = surface().conversations;
			const message = dm?.messages.findLast(({ blocks }) =>
				elementsIn(blocks).some(({ element }) => element.action_id === action),
			);
			if (!dm || !message) throw new Error(`${user} has no ${action}.`);
			const place: Place = {
				kind: "message",
				conversation: dm.id,
				ts: message.ts,
			};
			const value = buttonsIn(message.blocks, action).at(-1);
			await press(message.blocks, place, action, value || undefined);
		},
		/** A shortcut, from the menu of the newest message from the app. */
		async usesShortcut(callback_id: string) {
			const [dm] = surface().conversations;
			const ts = dm?.messages.at(-1)?.ts;
			if (!dm || !ts) throw new Error(`${user} has no message.`);
			const conversation = dm.id;
			await act({ type: "message_shortcut", callback_id, conversation, ts });
		},
		/** Types as much as the field takes. */
		async fills(view: View, fields: Record<string, string>) {
			for (const [name, text] of Object.entries(fields)) {
				const { address, element: input } = element(view, name);
				const value = text.slice(0, Number(input.max_length ?? 3000));
				const typed = { type: "plain_text_input", value };
				await act({ type: "input", ...address, value: typed });
			}
		},
		/** One of several choices, by its value, or the last; dispatches where it does. */
		async picks(view: View, name: string, choice?: string) {
			const { address, element: input } = element(view, name);
			const options = input.options as { value: string }[];
			const selected = options.findLast(
				({ value }) => choice === undefined || value === choice,
			);
			const value =
				input.type === "checkboxes"
					? { type: input.type, selected_options: [selected] }
					: { type: input.type, selected_option: selected };
			await act({ type: "input", ...address, value });
		},
		async picksPerson(view: View, name: string, selected_user: string) {
			const { address, element: input } = element(view, name);
			const value = { type: input.type, selected_user };
			await act({ type: "input", ...address, value });
		},
		/** Searches for the words and takes the last of what is suggested. */
		async looksUp(view: View, name: string, words: string) {
			const { address, element: input } = element(view, name);
			const query = { ...address, query: words };
			const { options } = await slack.suggest(team, user, query);
			const selected = options.slice(-1).map(({ text, value }) => ({
				text: { type: "plain_text", text, emoji: true },
				value,
			}));
			const value =
				input.type === "external_select"
					? { type: input.type, selected_option: selected[0] ?? null }
					: { type: input.type, selected_options: selected };
			await act({ type: "input", ...address, value });
		},
		async submits() {
			const view = modal();
			if (!view) throw new Error(`${user} has no modal open.`);
			return act({ type: "submit", view_id: view.id });
		},
		async closes() {
			const view = modal();
			if (view) await act({ type: "close", view_id: view.id, all: true });
		},
		opensHome: () => act({ type: "open_home" }),
	};
}
