import { type ComponentChildren, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { StateValues, View } from "../surface.ts";
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
	const [judged, setJudged] = useState(view.values);
	const body = useRef<HTMLDivElement>(null);
	const close = () => session.act({ type: "close", view_id: view.id });
	const submit = async () => {
		if (sending || !view.submit) return;
		setSending(true);
		await session.act({ type: "submit", view_id: view.id });
		const after = session.surface.modals.find(({ id }) => id === view.id);
		setJudged(after?.values ?? {});
		setSending(false);
	};
	const errors = standing(view, judged);
	useEffect(() => {
		if (!sending) focusWrong(body.current);
	}, [sending]);

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
				errors,
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

/** An error goes as soon as its field is changed, as in Slack. */
function standing(view: View, judged: StateValues): Record<string, string> {
	const same = (block: string) =>
		JSON.stringify(view.values[block]) === JSON.stringify(judged[block]);
	return Object.fromEntries(
		Object.entries(view.errors).filter(([block]) => same(block)),
	);
}

function focusWrong(body: HTMLElement | null): void {
	const wrong = "[aria-invalid=true]";
	body
		?.querySelector<HTMLElement>(
			`input${wrong}, textarea${wrong}, ${wrong} input`,
		)
		?.focus();
}
