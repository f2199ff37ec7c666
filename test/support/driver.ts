import type { ActResult, InputValue, View } from "../../simulator/surface.ts";
import { valueOfChoices, valueOfText } from "./driver-choose.ts";
import {
	address,
	findClicks,
	findInput,
	spotsInReach,
	type Target,
} from "./driver-find.ts";
import { messageSpots, readScreen, viewSpot } from "./driver-screen.ts";
import { type Seat, waiter } from "./driver-wait.ts";
import { fits, occurs, readText } from "./driver-words.ts";

type Words = string | RegExp;
type Attachment = { name: string; content: string | Buffer };

/**
 * One person at the local Slack. A string as a label is the whole label, an
 * expression a part of it. Everything waits until it can be done, and fails
 * with the person's whole screen when it never can.
 */
export type Driver = {
	id: string;
	/** A command, "/mentor find kubernetes", in the DM with the app. */
	types(command: string, conversation?: string): Promise<ActResult>;
	/** A plain message; a conversation is named by its title or id. */
	says(text: string, conversation?: string): Promise<ActResult>;
	/**
	 * A button or menu entry: in the top modal when one is open, else in Home
	 * when that was opened last, else in the newest message that has it. What
	 * asks for a confirmation gets it.
	 */
	clicks(
		label: Words,
		options?: { in?: RegExp; nth?: number },
	): Promise<ActResult>;
	/** Types into an input; Enter is pressed where the block dispatches. */
	fills(label: Words, text: string): Promise<void>;
	/**
	 * Exactly these options, none clears the choice. People and conversations
	 * go by name; an external select is asked with the words themselves.
	 */
	chooses(label: Words, ...options: Words[]): Promise<void>;
	/** Adds files from the person's machine to a file input. */
	attaches(label: Words, ...files: Attachment[]): Promise<ActResult>;
	submits(): Promise<ActResult>;
	closes(): Promise<ActResult>;
	opensHome(): Promise<ActResult>;
	/** A message shortcut is used on the newest message, or the one meant. */
	usesShortcut(name: string, options?: { on?: RegExp }): Promise<ActResult>;
	/** Waits for it; returns the text of the message or view it stands in. */
	sees(what: Words): Promise<string>;
	/** Throws when it is there now. */
	sawNot(what: Words): void;
	/** Waits for a file in a message, by what Slack shows as its name. */
	file(title: Words): Promise<Buffer>;
	screen(): string;
	modal(): string | null;
	home(): string | null;
	/** The oldest first. */
	messages(): string[];
	/** Of the top modal, by the label of the field. */
	errors(): Record<string, string>;
	notices(): string[];
};

/** `deadline` in milliseconds is how long anything is waited for. */
export function drive(id: string, seat: Seat, deadline = 10_000): Driver {
	let lookingAt: "home" | "messages" = "messages";

	const until = waiter(id, seat, deadline);

	function conversationId(name: string | undefined): string {
		const { conversations } = seat.surface();
		const found =
			name === undefined
				? conversations[0]
				: conversations.find((each) => each.name === name || each.id === name);
		if (!found) throw new Error(`${id} is in no conversation "${name}".`);
		return found.id;
	}

	const input = (label: Words) =>
		until(`input ${label}`, () => {
			const surface = seat.surface();
			return findInput(spotsInReach(surface, lookingAt), label, surface);
		});

	async function put(target: Target, value: InputValue) {
		const type = target.isInput ? "input" : "click";
		return seat.act({ type, ...address(target), value, enter: true });
	}

	const topModal = (what: string, isReady: (view: View) => boolean) =>
		until(what, () => {
			const view = seat.surface().modals.at(-1);
			return view && isReady(view) ? view : undefined;
		});

	function texts(): string[] {
		const surface = seat.surface();
		const { modals, home, notices } = surface;
		return [
			...modals.map((view) => viewSpot(surface, view).text).reverse(),
			...(home ? [viewSpot(surface, home).text] : []),
			...messageSpots(surface)
				.map(({ text }) => text)
				.reverse(),
			...notices.map(({ text }) => text),
		];
	}

	return {
		id,
		types(text, conversation) {
			lookingAt = "messages";
			const where = conversationId(conversation);
			return seat.act({ type: "command", conversation: where, text });
		},
		says(text, conversation) {
			lookingAt = "messages";
			const where = conversationId(conversation);
			return seat.act({ type: "message", conversation: where, text });
		},
		async clicks(label, { in: within, nth = 0 } = {}) {
			const click = await until(`button ${label}`, () => {
				const spots = spotsInReach(seat.surface(), lookingAt).filter(
					({ text }) => within?.test(text) ?? true,
				);
				return findClicks(spots, label)[nth];
			});
			return seat.act(click);
		},
		async fills(label, text) {
			const target = await input(label);
			await put(target, valueOfText(target, text));
		},
		async chooses(label, ...options) {
			const target = await input(label);
			const { surface, suggest } = seat;
			await put(
				target,
				await valueOfChoices(surface(), target, options, suggest),
			);
		},
		async attaches(label, ...files) {
			const target = await input(label);
			return seat.act({
				type: "upload",
				...address(target),
				files: files.map(({ name, content }) => ({
					name,
					content: Buffer.from(content).toString("base64"),
				})),
			});
		},
		async submits() {
			const view = await topModal(
				"form to submit",
				({ submit }) => submit !== null,
			);
			return seat.act({ type: "submit", view_id: view.id });
		},
		async closes() {
			const view = await topModal("modal to close", () => true);
			return seat.act({ type: "close", view_id: view.id });
		},
		opensHome() {
			lookingAt = "home";
			return seat.act({ type: "open_home" });
		},
		async usesShortcut(name, { on } = {}) {
			const { shortcuts } = seat.surface();
			const shortcut = shortcuts.find((each) => each.name === name);
			if (!shortcut) throw new Error(`There is no shortcut "${name}".`);
			const { callback_id } = shortcut;
			if (shortcut.type === "global")
				return seat.act({ type: "shortcut", callback_id });
			const { place } = await until(`message ${on ?? ""}`, () =>
				messageSpots(seat.surface()).findLast(
					({ text }) => on?.test(text) ?? true,
				),
			);
			if (place.kind !== "message") throw new Error("A view is no message.");
			const { conversation, ts } = place;
			return seat.act({
				type: "message_shortcut",
				callback_id,
				conversation,
				ts,
			});
		},
		sees: (what) =>
			until(`sight of ${what}`, () =>
				texts().find((text) => occurs(what, text)),
			),
		sawNot(what) {
			if (texts().some((text) => occurs(what, text)))
				throw new Error(`${id} sees ${what}\n\n${readScreen(seat.surface())}`);
		},
		async file(title) {
			const { id } = await until(`file ${title}`, () =>
				seat
					.surface()
					.conversations.flatMap(({ messages }) => messages)
					.flatMap(({ files }) => files)
					.findLast((each) => fits(title, each.title)),
			);
			return seat.file(id) ?? Buffer.alloc(0);
		},
		screen: () => readScreen(seat.surface()),
		modal() {
			const surface = seat.surface();
			const view = surface.modals.at(-1);
			return view ? viewSpot(surface, view).text : null;
		},
		home() {
			const surface = seat.surface();
			return surface.home ? viewSpot(surface, surface.home).text : null;
		},
		messages: () => messageSpots(seat.surface()).map(({ text }) => text),
		errors() {
			const { modals, people } = seat.surface();
			const { blocks = [], errors = {} } = modals.at(-1) ?? {};
			return Object.fromEntries(
				Object.entries(errors).map(([block_id, error]) => {
					const block = blocks.find((each) => each.block_id === block_id);
					return [readText(block?.label, people) || block_id, error];
				}),
			);
		},
		notices: () => seat.surface().notices.map(({ text }) => text),
	};
}
