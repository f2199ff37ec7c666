import { type ComponentChildren, h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Conversation, Message } from "../surface.ts";
import { Composer } from "./composer.ts";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { MessageView } from "./message.ts";
import { formatSlackDate } from "./text/slack-date.ts";

/** Near enough to the end to go on following it, in pixels. */
const NEAR_END = 120;

export function ConversationView({
	conversation,
}: {
	conversation: Conversation;
}): ComponentChildren {
	const { session } = usePage();
	const { id, name, messages, unread } = conversation;
	useEffect(() => {
		if (unread > 0) void session.act({ type: "read", conversation: id });
	}, [id, unread]);
	return html`
		<header class="middle-head">
			<h1 dir="auto">${name}</h1>
			<span class="middle-about">${aboutOf(conversation)}</span>
		</header>
		${h(Log, { name, conversation: id, messages })}
		${h(Composer, { conversation: id, name })}
	`;
}

function Log({
	name,
	conversation,
	messages,
}: {
	name: string;
	conversation: string;
	messages: Message[];
}): ComponentChildren {
	const box = useRef<HTMLDivElement>(null);
	const following = useRef(true);
	const last = messages.at(-1)?.ts;
	useLayoutEffect(() => {
		const log = box.current;
		if (log && following.current) log.scrollTop = log.scrollHeight;
	}, [last, messages.length]);
	return html`<div
		ref=${box}
		class="log"
		role="log"
		aria-label=${`Messages with ${name}`}
		tabindex="0"
		onScroll=${() => {
			const log = box.current;
			if (!log) return;
			const left = log.scrollHeight - log.scrollTop - log.clientHeight;
			following.current = left < NEAR_END;
		}}
	>
		${messages.length === 0 && html`<p class="nothing">No messages yet.</p>`}
		${messages.map((message, index) => [
			dayOf(message) !== dayOf(messages[index - 1]) &&
				html`<p class="day" key=${dayOf(message)}>${dayOf(message)}</p>`,
			h(MessageView, { key: message.ts, conversation, message }),
		])}
	</div>`;
}

function aboutOf({ kind, members }: Conversation): string {
	if (kind === "channel") return `${members.length} members`;
	return kind === "group" ? "Group message" : "Direct message";
}

function dayOf(message: Message | undefined): string | null {
	if (!message) return null;
	const format = "{day_divider_pretty}";
	return formatSlackDate(Number(message.ts), format, { now: new Date() });
}
