import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";
import { Listbox, optionId } from "./listbox.ts";
import { Menu } from "./menu.ts";
import { anchorStyle } from "./popup.ts";
import { useComposer } from "./use-composer.ts";

/** Where messages and commands are typed, with the global shortcuts beside. */
export function Composer({
	conversation,
	name,
	onSend,
}: {
	conversation: string;
	name: string;
	onSend: () => void;
}): ComponentChildren {
	const { commands } = usePage().session.surface.app;
	const { field, text, send, keys, hints } = useComposer(conversation, onSend);
	const listId = useId();
	const hinted = hints.choices.length > 0;
	return html`<form
		class="composer"
		style=${anchorStyle(listId)}
		onSubmit=${(event: SubmitEvent) => {
			event.preventDefault();
			void send();
		}}
	>
		${h(Shortcuts, {})}
		<textarea
			ref=${field}
			rows="1"
			dir="auto"
			data-fallback-focus
			aria-label=${`Message to ${name}`}
			aria-autocomplete="list"
			aria-controls=${listId}
			aria-activedescendant=${hinted ? optionId(listId, hints.active) : null}
			placeholder=${`Message ${name}, or a command such as ${commands[0] ?? "/"}`}
			value=${text}
			...${keys}
		></textarea>
		<button
			type="submit"
			class="icon-button"
			aria-label="Send"
			disabled=${!text.trim()}
		>
			${h(Icon, { name: "send" })}
		</button>
		${
			hinted &&
			h(Listbox, {
				id: listId,
				name: "Hints",
				selected: [],
				multi: false,
				status: null,
				...hints,
			})
		}
	</form>`;
}

function Shortcuts(): ComponentChildren {
	const { session } = usePage();
	const { app, shortcuts } = session.surface;
	const items = shortcuts
		.filter(({ type }) => type === "global")
		.map(({ callback_id, name }) => ({
			text: name,
			description: app.name,
			onPick: () => void session.act({ type: "shortcut", callback_id }),
		}));
	return h(Menu, { name: "Shortcuts", icon: "plus", items });
}
