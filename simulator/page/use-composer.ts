import { useRef, useState } from "preact/hooks";
import type { Choice } from "./choices.ts";
import { usePage } from "./context.ts";
import { hintsFor, withHint, withPicked } from "./hints.ts";
import { nextIndex } from "./menu.ts";

/**
 * What stands in the composer and what its keys do: Enter sends, arrow up
 * brings back what was sent, and while there are hints the keys are theirs.
 *
 * @param onSend called before anything leaves
 */
export function useComposer(conversation: string, onSend: () => void) {
	const { session } = usePage();
	const { app, people } = session.surface;
	const field = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState("");
	const [hinting, setHinting] = useState(false);
	const [active, setActive] = useState(0);
	const [back, setBack] = useState(0);
	const picked = useRef(new Map<string, string>());
	const caret = field.current?.selectionStart ?? text.length;
	const found = hintsFor(text, caret, app.commands, people);
	const hints = hinting ? found.choices : [];

	const write = (next: string, steps: number) => {
		setText(next);
		setBack(steps);
		setHinting(false);
		setActive(0);
	};
	const send = async () => {
		const sent = text.trim();
		if (!sent) return;
		onSend();
		session.sent.push(sent);
		write("", 0);
		const type = sent.startsWith("/") ? "command" : "message";
		const encoded = withPicked(sent, picked.current);
		const result = await session.act({ type, conversation, text: encoded });
		if (!result.ok) setText((now) => now || sent);
	};
	const take = (choice: Choice) => {
		if (found.kind === "person") picked.current.set(choice.text, choice.value);
		write(withHint(text, found, choice), 0);
		field.current?.focus();
	};
	const recall = (steps: number) => {
		const next = Math.min(back + steps, session.sent.length);
		write(next === 0 ? "" : (session.sent.at(-next) ?? ""), next);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const { key, shiftKey, isComposing } = event;
		const choice = hints[active];
		const target = key.startsWith("Arrow")
			? nextIndex(key, active, hints.length)
			: null;
		const takes = key === "Tab" || (key === "Enter" && choice?.text !== text);
		if (isComposing) return;
		if (key === "Escape" && choice) setHinting(false);
		else if (target !== null) setActive(target);
		else if (choice && takes) take(choice);
		else if (key === "Enter" && !shiftKey) void send();
		else if (key === "ArrowUp" && (text === "" || back > 0)) recall(1);
		else if (key === "ArrowDown" && back > 0) recall(-1);
		else return;
		event.preventDefault();
	};
	const onInput = () => {
		write(field.current?.value ?? "", 0);
		setHinting(true);
	};
	const onBlur = () => setHinting(false);
	return {
		field,
		text,
		send,
		keys: { onKeyDown, onInput, onBlur },
		hints: { choices: hints, active, onActive: setActive, onChoose: take },
	};
}
