import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import type { Message } from "../surface.ts";
import { Attachment } from "./attachment.ts";
import { Avatar } from "./avatar.ts";
import { Blocks } from "./blocks/block.ts";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";
import { Menu } from "./menu.ts";
import { SlackDate } from "./text/inline-parts.ts";
import { Mrkdwn } from "./text/rich.ts";

export function MessageView({
	conversation,
	message,
}: {
	conversation: string;
	message: Message;
}): ComponentChildren {
	const { session } = usePage();
	const { people, shortcuts } = session.surface;
	const { ts, user, text, blocks, files, ephemeral, edited } = message;
	const nameId = useId();
	const unknown = { id: user, name: user, isBot: false };
	const author = people.find(({ id }) => id === user) ?? unknown;
	const items = shortcuts
		.filter(({ type }) => type === "message")
		.map(({ callback_id, name }) => ({
			text: name,
			onPick: () =>
				void session.act({
					type: "message_shortcut",
					callback_id,
					conversation,
					ts,
				}),
		}));
	return html`<article
		class="message"
		data-ephemeral=${ephemeral}
		aria-labelledby=${nameId}
	>
		${h(Avatar, { person: author })}
		<div class="message-body">
			<p class="message-head">
				<bdi id=${nameId} class="message-author">${author.name}</bdi>
				${author.isBot && html`<span class="badge">App</span>`}
				<span class="message-time">
					${h(SlackDate, {
						seconds: Math.floor(Number(ts)),
						format: "{time}",
						url: null,
						fallback: "",
					})}
				</span>
				${
					ephemeral &&
					html`<span class="message-only">
						${h(Icon, { name: "eye" })} Only visible to you
					</span>`
				}
			</p>
			${
				blocks.length > 0
					? h(Blocks, { blocks, place: { kind: "message", conversation, ts } })
					: h(Mrkdwn, { text })
			}
			${files.map((file) => h(Attachment, { key: file.id, file }))}
			${edited && html`<small class="message-edited">edited</small>`}
		</div>
		${
			items.length > 0 &&
			!ephemeral &&
			html`<div class="message-menu">
				${h(Menu, { name: "More actions", icon: "more", items })}
			</div>`
		}
	</article>`;
}
