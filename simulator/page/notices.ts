import { type ComponentChildren, h } from "preact";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";

/** What Slack itself says, above every window; never hidden by one. */
export function Notices(): ComponentChildren {
	const { session } = usePage();
	const { notices } = session.surface;
	return html`<div class="notices" role="status" aria-label="Notices">
		${
			!session.online &&
			html`<p class="notice" data-kind="offline">
				The simulator does not answer. Is it still running?
			</p>`
		}
		${notices.map(
			({ id, text }) => html`<p class="notice" key=${id}>
				<span dir="auto">${text}</span>
				<button
					type="button"
					class="icon-button"
					aria-label="Dismiss notice"
					onClick=${() => session.act({ type: "dismiss_notice", id })}
				>
					${h(Icon, { name: "close" })}
				</button>
			</p>`,
		)}
	</div>`;
}
