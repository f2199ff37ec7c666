import type {
	Act,
	ActResult,
	Place,
	Surface,
	View,
} from "../../../simulator/surface.ts";
import { firstSurface, TEAMS } from "./first-surface.ts";
import { findList, message } from "./messages.ts";
import { everyInput, modal, pushed } from "./modals.ts";
import { mentor, people } from "./people.ts";

/** A small Slack without an app: enough behaviour for the page to show all. */
export class FakeState {
	readonly acts: Act[] = [];
	/** What was uploaded, by name, as base64. */
	readonly files = new Map<string, string>();
	surface: Surface = firstSurface();

	/** The surface for somebody: the same things with another person's name. */
	seenBy(team: string, user: string): Surface {
		const found = TEAMS.find(({ id }) => id === team);
		const me = people.find(({ id }) => id === user);
		return {
			...this.surface,
			team: found ?? this.surface.team,
			me: me ?? mentor,
		};
	}

	act(act: Act): ActResult {
		this.acts.push(act);
		const result = this.#take(act);
		this.surface.version += 1;
		return result;
	}

	#take(act: Act): ActResult {
		const { modals, notices, conversations } = this.surface;
		switch (act.type) {
			case "message":
			case "command":
				return this.#said(act);
			case "input":
				return this.#typed(act);
			case "upload":
				return this.#uploaded(act);
			case "click":
				return this.#clicked(act);
			case "submit":
				return this.#submitted(act.view_id);
			case "close":
				this.surface.modals = act.all ? [] : modals.slice(0, -1);
				return { ok: true };
			case "shortcut":
			case "message_shortcut":
				return this.#open("Add to agenda", everyInput, "Save");
			case "dismiss_notice":
				this.surface.notices = notices.filter(({ id }) => id !== act.id);
				return { ok: true };
			case "read":
				for (const each of conversations)
					if (each.id === act.conversation) each.unread = 0;
				return { ok: true };
			default:
				return { ok: true };
		}
	}

	#said(act: Extract<Act, { type: "message" | "command" }>): ActResult {
		const { conversations, me } = this.surface;
		const messages = conversations.find(
			({ id }) => id === act.conversation,
		)?.messages;
		const minute = 60 + (messages?.length ?? 0);
		if (act.type === "message")
			messages?.push(message(minute, me.id, act.text));
		else if (/^\/mentor\b/.test(act.text))
			messages?.push(
				message(minute, mentor.id, "Found", findList(8), { ephemeral: true }),
			);
		else return this.#notice(`${act.text} is not a valid command.`);
		return { ok: true };
	}

	#viewAt(place: Place): View | null | undefined {
		const { home, modals } = this.surface;
		return [home, ...modals].find(
			(each) => place.kind === "view" && each?.id === place.view_id,
		);
	}

	/** A file's name is its id here. */
	#uploaded(act: Extract<Act, { type: "upload" }>): ActResult {
		const { place, block_id, action_id } = act;
		const view = this.#viewAt(place);
		const held = view?.values[block_id]?.[action_id]?.files;
		const files = act.files.map(({ name, content }) => {
			this.files.set(name, content);
			return { id: name, name, size: atob(content).length };
		});
		const value = {
			type: "file_input",
			files: [...(Array.isArray(held) ? held : []), ...files],
		};
		if (view) view.values[block_id] = { [action_id]: value };
		return { ok: true };
	}

	#typed(act: Extract<Act, { type: "input" }>): ActResult {
		const { place, block_id, action_id, value } = act;
		const view = this.#viewAt(place);
		if (view) view.values[block_id] = { [action_id]: value };
		if (act.enter) return this.#notice(`Heard: ${value.value}`);
		return { ok: true };
	}

	#clicked({ action_id }: Extract<Act, { type: "click" }>): ActResult {
		const { modals } = this.surface;
		if (action_id === "demo:every-input")
			return this.#open("My mentoring profile", everyInput, "Save profile");
		if (action_id === "demo:push" && modals.length < 3)
			return this.#open("Who sees what", pushed, null);
		if (action_id === "demo:notice")
			return this.#notice("Mentor did not respond. Please try again.");
		return { ok: true };
	}

	/** Refuses a goal of one word, as an app might. */
	#submitted(id: string): ActResult {
		const view = this.surface.modals.find((each) => each.id === id);
		const goal = String(view?.values.goal?.goal?.value ?? "");
		if (view && !goal.includes(" ")) {
			view.errors = {
				goal: "Please use a few words.",
				level: "Please choose one.",
			};
			return { ok: false, error: "Please use a few words." };
		}
		this.surface.modals = [];
		return this.#notice("Saved.");
	}

	#open(
		title: string,
		blocks: View["blocks"],
		submit: string | null,
	): ActResult {
		const id = `V${this.surface.version}`;
		this.surface.modals.push(modal(id, title, blocks, submit));
		return { ok: true };
	}

	#notice(text: string): ActResult {
		this.surface.notices.push({ id: this.surface.version, text });
		return { ok: true };
	}
}
