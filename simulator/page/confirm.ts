import type { ConfirmationDialog } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "./dialog.ts";
import { html } from "./html.ts";
import { TextObject } from "./text/rich.ts";

export type Question = {
	dialog: ConfirmationDialog;
	answer: (yes: boolean) => void;
};

/** Holds the question that is open and hands its answer back. */
export function useConfirm() {
	const [question, setQuestion] = useState<Question | null>(null);
	const confirm = (dialog: ConfirmationDialog) =>
		new Promise<boolean>((resolve) => {
			const answer = (yes: boolean) => {
				setQuestion(null);
				resolve(yes);
			};
			setQuestion({ dialog, answer });
		});
	return { question, confirm };
}

export function Confirm({ dialog, answer }: Question): ComponentChildren {
	const style = dialog.style === "danger" ? "danger" : "primary";
	const children = html`
		<div class="dialog-body">${h(TextObject, { text: dialog.text })}</div>
		<footer class="dialog-foot">
			<button type="button" class="button" onClick=${() => answer(false)}>
				${dialog.deny?.text ?? "Cancel"}
			</button>
			<button
				type="button"
				class="button button-${style}"
				data-autofocus
				onClick=${() => answer(true)}
			>
				${dialog.confirm?.text ?? "Yes"}
			</button>
		</footer>
	`;
	return h(Dialog, {
		title: dialog.title?.text ?? "Are you sure?",
		className: "confirm",
		depth: 0,
		content: dialog.title?.text ?? "",
		onEscape: () => answer(false),
		children,
	});
}
