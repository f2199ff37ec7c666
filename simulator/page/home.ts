import { type ComponentChildren, h } from "preact";
import { useEffect } from "preact/hooks";
import { Blocks } from "./blocks/block.ts";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { PairMark } from "./icon.ts";

/** The app's Home tab; opening it tells the app, as in Slack. */
export function Home(): ComponentChildren {
	const { session } = usePage();
	const { home, app } = session.surface;
	useEffect(() => {
		void session.act({ type: "open_home" });
	}, []);
	return html`
		<header class="middle-head">
			<h1 tabindex="-1" data-fallback-focus>${h(PairMark, {})} ${app.name}</h1>
			<span class="middle-about">Home</span>
		</header>
		<div class="home" role="region" aria-label="Home">
			${
				home
					? h(Blocks, {
							blocks: home.blocks,
							place: { kind: "view", view_id: home.id },
							errors: home.errors,
						})
					: html`<p class="nothing">
							${app.name} has not shown anything here yet.
						</p>`
			}
		</div>
	`;
}
