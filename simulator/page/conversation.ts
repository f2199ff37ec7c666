import { type ComponentChildren, h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Conversation, Message } from "../surface.ts";
import { Composer } from "./composer.ts";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { MessageView } from "./message.ts";
import { formatSlackDate } from "./text/slack-date.ts";

export function ConversationView({
	conversation,
}: {
	conversation: Conversation;
}): ComponentChildren {
	const { session } = usePage();
	const { id, name, messages, unread } = conversation;
	const following = useRef(true);
	useEffect(() => {
		if (unread > 0) void session.act({ type: "read", conversation: id });
	}, [id, unread]);
	return html`
		<header class="middle-head">
			<h1 dir="auto">${name}</h1>
			<span class="middle-about">${aboutOf(conversation)}</span>
		</header>
		${h(Log, { name, conversation: id, messages, following })}
		${h(Composer, {
			conversation: id,
			name,
			onSend: () => {
				following.current = true;
			},
		})}
	`;
}

/** Follows what is new while the last message is in sight. */
function Log({
	name,
	conversation,
	messages,
	following,
}: {
	name: string;
	conversation: string;
	messages: Message[];
	following: { current: boolean };
}): ComponentChildren {
	const box = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		if (!following.current) return;
		const log = box.current;
		if (log) log.scrollTop = log.scrollHeight;
		// What is higher than the window is read from its beginning.
		if (below(log) < 0) log?.lastElementChild?.scrollIntoView();
	}, [messages.at(-1)?.ts, messages.length]);
	return html`<div
		ref=${box}
		class="log"
		role="log"
		aria-label=${`Messages with ${name}`}
		tabindex="0"
		onScroll=${() => {
			const log = box.current;
			following.current = log !== null && below(log) < log.clientHeight;
		}}
	>
		${messages.length === 0 && html`<p class="nothing">No messages yet.</p>`}
		${messages.map((message, index) => [
			dayOf(message) !== dayOf(messages[index - 1]) &&
				html`<p class="day" key=${dayOf(message)}>
				<span>${dayOf(message)}</span>
			</p>`,
			h(MessageView, { key: message.ts, conversation, message }),
		])}
	</div>`;
}

/** How far below the upper edge the last message begins, in pixels. */
function below(log: HTMLElement | null): number {
	const last = log?.lastElementChild?.getBoundingClientRect().top ?? 0;
	return last - (log?.getBoundingClientRect().top ?? 0);
}

function aboutOf({ kind, members }: Conversation): string {
	if (kind === "channel")
		return members.length === 1 ? "1 member" : `${members.length} members`;
	return kind === "group" ? "Group message" : "Direct message";
}

function dayOf(message: Message | undefined): string | null {
	if (!message) return null;
	const format = "{day_divider_pretty}";
	return formatSlackDate(Number(message.ts), format, { now: new Date() });
}
