import { type ComponentChildren, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Exchange } from "../surface.ts";
import { fetchExchanges } from "./api.ts";
import { html } from "./html.ts";
import { SlackDate } from "./text/inline-parts.ts";

const KEPT = 300;

/** What went over the wire between Slack and the app, the newest first. */
export function Sent({ version }: { version: number }): ComponentChildren {
	const [lines, setLines] = useState<Exchange[]>([]);
	const last = useRef(0);
	useEffect(() => {
		let stale = false;
		fetchExchanges(last.current)
			.then((next) => {
				if (stale) return;
				last.current = next.at(-1)?.id ?? last.current;
				setLines((before) => [...next.reverse(), ...before].slice(0, KEPT));
			})
			// The next change asks again.
			.catch(() => {});
		return () => {
			stale = true;
		};
	}, [version]);
	return html`<aside class="sent" aria-label="What was sent">
		<h2>What was sent</h2>
		${lines.length === 0 && html`<p class="nothing">Nothing yet.</p>`}
		<ol>
			${lines.map((line) => h(SentLine, { key: line.id, line }))}
		</ol>
	</aside>`;
}

function SentLine({ line }: { line: Exchange }): ComponentChildren {
	const { at, direction, what, outcome } = line;
	return html`<li data-direction=${direction}>
		<span class="sent-direction">${direction}</span>
		<span class="sent-time">
			${h(SlackDate, {
				seconds: Math.floor(Date.parse(at) / 1000),
				format: "{time_secs}",
				url: null,
				fallback: at,
			})}
		</span>
		<span class="sent-what" dir="auto">${what}</span>
		<span class="sent-outcome">${outcome}</span>
	</li>`;
}
