import { type ComponentChildren, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { View } from "../surface.ts";
import { Blocks } from "./blocks/block.ts";
import { usePage } from "./context.ts";
import { Dialog } from "./dialog.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";

/** One window of the stack; the app decides what a submission does to it. */
export function Modal({
	view,
	depth,
}: {
	view: View;
	depth: number;
}): ComponentChildren {
	const { session } = usePage();
	const [sending, setSending] = useState(false);
	const body = useRef<HTMLDivElement>(null);
	const close = () => session.act({ type: "close", view_id: view.id });
	const submit = async () => {
		if (sending || !view.submit) return;
		setSending(true);
		await session.act({ type: "submit", view_id: view.id });
		setSending(false);
	};
	const refused = Object.entries(view.errors).join();
	useEffect(() => {
		const wrong = "[aria-invalid=true]";
		const field = body.current?.querySelector<HTMLElement>(
			`input${wrong}, textarea${wrong}, ${wrong} input`,
		);
		if (refused) field?.focus();
	}, [refused, sending]);

	const children = html`<form
		novalidate
		onSubmit=${(event: SubmitEvent) => {
			event.preventDefault();
			void submit();
		}}
	>
		<div class="dialog-body" ref=${body} tabindex="-1">
			${h(Blocks, {
				blocks: view.blocks,
				place: { kind: "view", view_id: view.id },
				errors: view.errors,
			})}
		</div>
		<footer class="dialog-foot">
			<button type="button" class="button" onClick=${close}>
				${view.close ?? (view.submit ? "Cancel" : "Close")}
			</button>
			${
				view.submit &&
				html`<button
					type="submit"
					class="button button-primary"
					aria-busy=${sending}
				>
					${view.submit}
				</button>`
			}
		</footer>
		<button
			type="button"
			class="icon-button dialog-close"
			aria-label="Dismiss"
			onClick=${() => session.act({ type: "close", view_id: view.id, all: true })}
		>
			${h(Icon, { name: "close" })}
		</button>
	</form>`;
	return h(Dialog, {
		title: view.title,
		className: "modal",
		depth,
		content: `${view.id} ${view.blocks.map(({ block_id }) => block_id)}`,
		onEscape: close,
		children,
	});
}
