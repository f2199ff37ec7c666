import type { Act, InputValue, Place } from "../surface.ts";

export type InputAct = Extract<Act, { type: "input" }>;

/**
 * What was typed and the surface does not know yet. The surface stays the one
 * truth: a draft covers its value only until the next look at it.
 */
export class Drafts {
	#shown = new Map<string, InputValue>();
	#unsent = new Map<string, InputAct>();
	#sending: Promise<void> | null = null;
	#send: (act: InputAct) => Promise<unknown>;
	#look: () => Promise<void>;

	constructor(
		send: (act: InputAct) => Promise<unknown>,
		look: () => Promise<void>,
	) {
		this.#send = send;
		this.#look = look;
	}

	get(key: string): InputValue | undefined {
		return this.#shown.get(key);
	}

	/** Shows the value at once and sends it; of several only the latest. */
	type(act: InputAct): void {
		const key = keyOf(act.place, act.block_id, act.action_id);
		this.#shown.set(key, act.value);
		this.#unsent.set(key, act);
		this.#sending ??= this.#run().finally(() => {
			this.#sending = null;
		});
	}

	/** Shows a value that something else sends. */
	hold(key: string, value: InputValue): void {
		this.#shown.set(key, value);
	}

	/** From here on the surface says it, unless typing went on meanwhile. */
	release(key: string): void {
		if (!this.#unsent.has(key)) this.#shown.delete(key);
	}

	/** Resolves when everything typed so far has arrived. */
	async settled(): Promise<void> {
		await this.#sending;
	}

	async #run(): Promise<void> {
		while (this.#unsent.size > 0) {
			const sent = new Set<string>();
			for (const [key, act] of this.#unsent) {
				this.#unsent.delete(key);
				await this.#send(act);
				sent.add(key);
			}
			await this.#look();
			for (const key of sent) this.release(key);
		}
	}
}

export function keyOf(place: Place, block: string, action: string): string {
	const where =
		place.kind === "view" ? place.view_id : `${place.conversation}/${place.ts}`;
	return `${where}/${block}/${action}`;
}
