import type { Block, View } from "../../simulator/surface.ts";
import type { Hand } from "./hand.ts";
import { active, harmIn } from "./harm.ts";
import { until } from "./until.ts";

export type Pen = ReturnType<typeof createPen>;

type Form = {
	/** What is chosen instead of typed. */
	choose?: (view: View) => Promise<void>;
	/** Where a field takes only words of a kind, by its name. */
	otherwise?: Record<string, string>;
};

/**
 * Writes these texts, one after another, into whatever takes words, and looks
 * for harm in what people then have before their eyes. Whoever has an id of
 * `ids` may be mentioned.
 */
export function createPen(texts: readonly string[], ids: readonly string[]) {
	const harm = new Set<string>();
	const filled = new Set<string>();
	const tapped = new Set<string>();
	let used = 0;
	const next = () => texts[used++ % texts.length] ?? "";

	/** All that is before a person's eyes; their own typing aside. */
	function look({ surface }: Hand) {
		const { conversations, modals, home, notices } = surface();
		for (const { text, blocks } of conversations.flatMap((it) => it.messages)) {
			for (const one of active(text, ids)) harm.add(one);
			for (const one of harmIn(blocks, ids)) harm.add(one);
		}
		for (const { blocks } of [...modals, ...(home ? [home] : [])])
			for (const one of harmIn(blocks, ids)) harm.add(one);
		for (const { text } of notices) harm.add(text);
	}

	/** Another text into each text field of the form that is open. */
	async function fills(person: Hand, callback: string, { choose }: Form = {}) {
		const view = await person.shown(callback);
		look(person);
		const names = view.blocks.filter(takesText).map((block) => block.block_id);
		for (const name of names) {
			await person.fills(view, { [name]: next() });
			filled.add(`${callback} ${name.replace(/:.*/, ":*")}`);
		}
		await choose?.(view);
	}

	return {
		harm,
		/** "<form> <field>" of all that was written into. */
		filled,
		used: () => used,
		next,
		look,
		fills,
		/** The same, sent; what the form does not take is put in other words. */
		async writes(person: Hand, callback: string, form: Form = {}) {
			await fills(person, callback, form);
			await person.submits();
			for (const instead of [form.otherwise ?? {}, {}]) {
				const view = person.surface().modals.at(-1);
				const wrong = Object.keys(view?.errors ?? {});
				if (!view || wrong.length === 0) return;
				look(person);
				for (const name of wrong)
					await person.fills(view, { [name]: instead[name] ?? "words" });
				await person.submits();
			}
		},
		/** Presses a button on Home; `again`: one may have been pressed before. */
		async tapsAtHome(person: Hand, action: string, again = false) {
			await person.opensHome();
			const value = await until(`${action} on Home`, () => {
				const home = person.surface().home?.blocks ?? [];
				const values = person.buttonsIn(home, action);
				return values.find((it) => again || !tapped.has(`${action} ${it}`));
			});
			look(person);
			tapped.add(`${action} ${value}`);
			await person.pressesAtHome(action, value);
		},
		/** Reads what has come of it, and is done. */
		async reads(person: Hand, callback = "slack:notice") {
			await person.shown(callback);
			look(person);
			await person.closes();
		},
	};
}

function takesText({ type, element }: Block): boolean {
	return (
		type === "input" &&
		typeof element === "object" &&
		element !== null &&
		"type" in element &&
		element.type === "plain_text_input"
	);
}

/** Does something and waits for one more message like that. */
export async function once(
	person: Hand,
	said: RegExp,
	act: () => Promise<void>,
) {
	const count = () =>
		person
			.surface()
			.conversations.flatMap(({ messages }) => messages)
			.filter(({ text }) => said.test(text)).length;
	const before = count();
	await act();
	await until(`${said}`, () => count() > before);
}
