import { type ComponentChildren, h } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Choice } from "./choices.ts";
import { usePage } from "./context.ts";
import { hintsFor, withHint, withPicked } from "./hints.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";
import { Listbox, optionId } from "./listbox.ts";
import { Menu, nextIndex } from "./menu.ts";
import { anchorStyle } from "./popup.ts";

type ComposerProps = {
	conversation: string;
	name: string;
	onSend: () => void;
};

/** Messages and commands. Enter sends; arrow up brings back what was sent. */
export function Composer(props: ComposerProps): ComponentChildren {
	const { conversation, name } = props;
	const { session } = usePage();
	const { app, people, shortcuts } = session.surface;
	const field = useRef<HTMLTextAreaElement>(null);
	const listId = useId();
	const [text, setText] = useState("");
	const [hinting, setHinting] = useState(false);
	const [active, setActive] = useState(0);
	const [back, setBack] = useState(0);
	const picked = useRef(new Map<string, string>());
	const caret = field.current?.selectionStart ?? text.length;
	const hints = hintsFor(text, caret, app.commands, people);
	const hinted = hinting && hints.choices.length > 0;

	useLayoutEffect(() => {
		const area = field.current;
		if (!area) return;
		area.style.height = "auto";
		area.style.height = `${area.scrollHeight}px`;
	}, [text]);

	const send = async () => {
		const sent = text.trim();
		if (!sent) return;
		props.onSend();
		session.sent.push(sent);
		setText("");
		setBack(0);
		setHinting(false);
		const type = sent.startsWith("/") ? "command" : "message";
		const encoded = withPicked(sent, picked.current);
		const result = await session.act({ type, conversation, text: encoded });
		if (!result.ok) setText((now) => now || sent);
	};
	const take = (choice: Choice) => {
		setText(withHint(text, hints, choice));
		if (hints.kind === "person") picked.current.set(choice.text, choice.value);
		setHinting(false);
		setActive(0);
		field.current?.focus();
	};
	const recall = (steps: number) => {
		const next = Math.min(Math.max(back + steps, 0), session.sent.length);
		setBack(next);
		setText(next === 0 ? "" : (session.sent.at(-next) ?? ""));
		setHinting(false);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const { key, shiftKey, isComposing } = event;
		const choice = hinted ? hints.choices[active] : undefined;
		const target = hinted ? nextIndex(key, active, hints.choices.length) : null;
		const whole = choice?.text === text;
		if (isComposing) return;
		if (key === "Escape" && hinted) setHinting(false);
		else if (target !== null && key.startsWith("Arrow")) setActive(target);
		else if (choice && (key === "Tab" || (key === "Enter" && !whole)))
			take(choice);
		else if (key === "Enter" && !shiftKey) void send();
		else if (key === "ArrowUp" && (text === "" || back > 0)) recall(1);
		else if (key === "ArrowDown" && back > 0) recall(-1);
		else return;
		event.preventDefault();
	};

	return html`<form
		class="composer"
		style=${anchorStyle(listId)}
		onSubmit=${(event: SubmitEvent) => {
			event.preventDefault();
			void send();
		}}
	>
		${h(Menu, {
			name: "Shortcuts",
			icon: "plus",
			items: shortcuts
				.filter(({ type }) => type === "global")
				.map(({ callback_id, name }) => ({
					text: name,
					description: app.name,
					onPick: () => void session.act({ type: "shortcut", callback_id }),
				})),
		})}
		<textarea
			ref=${field}
			rows="1"
			dir="auto"
			data-fallback-focus
			aria-label=${`Message to ${name}`}
			aria-autocomplete="list"
			aria-controls=${listId}
			aria-activedescendant=${hinted ? optionId(listId, active) : null}
			placeholder=${`Message ${name}, or a command such as ${app.commands[0] ?? "/"}`}
			value=${text}
			onInput=${(event: InputEvent) => {
				setText((event.currentTarget as HTMLTextAreaElement).value);
				setHinting(true);
				setActive(0);
				setBack(0);
			}}
			onBlur=${() => setHinting(false)}
			onKeyDown=${onKeyDown}
		></textarea>
		<button type="submit" class="icon-button" aria-label="Send" disabled=${!text.trim()}>
			${h(Icon, { name: "send" })}
		</button>
		${
			hinted &&
			h(Listbox, {
				id: listId,
				name: "Hints",
				choices: hints.choices,
				selected: [],
				multi: false,
				active,
				status: null,
				onActive: setActive,
				onChoose: take,
			})
		}
	</form>`;
}
