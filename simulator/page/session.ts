import type {
	Act,
	ActResult,
	InputValue,
	Place,
	StateValues,
	Suggestions,
	Surface,
} from "../surface.ts";
import {
	type Asked,
	fetchSurface,
	postAct,
	postSuggest,
	type Who,
	watchChanges,
} from "./api.ts";
import { Drafts, type InputAct, keyOf } from "./drafts.ts";
import type { Element } from "./kit.ts";

type ClickAct = Extract<Act, { type: "click" }>;

/** One person at the page: what they see, and the way their acts take. */
export class Session {
	readonly who: Who;
	surface: Surface;
	/** Whether the simulator answered last time. */
	online = true;
	/** Messages and commands of this tab, oldest first, for arrow up. */
	readonly sent: string[] = [];
	#drafts: Drafts;
	#listeners = new Set<() => void>();
	#running: Promise<void> = Promise.resolve();
	#queued: Promise<void> | null = null;

	constructor(who: Who, surface: Surface) {
		this.who = who;
		this.surface = surface;
		this.#drafts = new Drafts(
			(act) => this.#post(act),
			() => this.refresh(),
		);
	}

	/** Follows the changes of the workspace until the returned stop. */
	watch(onChange: () => void): () => void {
		this.#listeners.add(onChange);
		const stop = watchChanges(this.who.team, (version) => {
			if (version === null) this.#setOnline(false);
			else if (!this.online || version > this.surface.version)
				void this.refresh();
		});
		return () => {
			this.#listeners.delete(onChange);
			stop();
		};
	}

	/** Looks again. Calls that come while a look is under way share the next. */
	refresh(): Promise<void> {
		this.#queued ??= this.#running.then(() => {
			this.#queued = null;
			this.#running = this.#look();
			return this.#running;
		});
		return this.#queued;
	}

	/** Does one thing, after everything typed before it has arrived. */
	async act(act: Act): Promise<ActResult> {
		await this.#drafts.settled();
		const result = await this.#post(act);
		await this.refresh();
		return result;
	}

	input(act: InputAct): void {
		this.#drafts.type(act);
		this.#changed();
	}

	async click(act: ClickAct): Promise<ActResult> {
		const key = keyOf(act.place, act.block_id, act.action_id);
		this.#drafts.hold(key, act.value);
		this.#changed();
		const result = await this.act(act);
		this.#drafts.release(key);
		this.#changed();
		return result;
	}

	async suggest(asked: Asked): Promise<Suggestions> {
		await this.#drafts.settled();
		return postSuggest(this.who, asked);
	}

	valueOf(place: Place, block: string, element: Element): InputValue {
		const action = element.action_id ?? "";
		return (
			this.#drafts.get(keyOf(place, block, action)) ??
			this.#stateOf(place)?.[block]?.[action] ?? { type: element.type }
		);
	}

	#stateOf(place: Place): StateValues | undefined {
		const { home, modals, conversations } = this.surface;
		if (place.kind === "view")
			return [home, ...modals].find((view) => view?.id === place.view_id)
				?.values;
		return conversations
			.find(({ id }) => id === place.conversation)
			?.messages.find(({ ts }) => ts === place.ts)?.values;
	}

	async #post(act: Act): Promise<ActResult> {
		try {
			return await postAct(this.who, act);
		} catch (error) {
			this.#setOnline(false);
			return { ok: false, error: String(error) };
		}
	}

	async #look(): Promise<void> {
		try {
			this.surface = await fetchSurface(this.who);
			this.online = true;
		} catch {
			this.online = false;
		}
		this.#changed();
	}

	#setOnline(online: boolean): void {
		this.online = online;
		this.#changed();
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}
}
