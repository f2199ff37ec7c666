import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import type { Conversation, Surface } from "../surface.ts";
import { Avatar } from "./avatar.ts";
import { usePage } from "./context.ts";
import { appDmOf, isWith } from "./conversations.ts";
import { html } from "./html.ts";
import { Icon, type IconName } from "./icon.ts";
import { NewMessage, openWith } from "./new-message.ts";
import { Item } from "./sidebar-item.ts";

/** The app first, then everything this person is in. */
export function Sidebar({ open }: { open: string }): ComponentChildren {
	const page = usePage();
	const { surface } = page.session;
	const { app, conversations } = surface;
	const appDm = appDmOf(surface);
	const others = conversations.filter((each) => each !== appDm);
	const kind = (wanted: Conversation["kind"]) =>
		others.filter((each) => each.kind === wanted);
	const lines = (list: Conversation[]) =>
		list.map((each) => h(Line, { key: each.id, conversation: each, open }));
	return html`<nav class="sidebar" aria-label="Conversations">
		${h(Group, {
			title: app.name,
			children: html`
				${h(Item, {
					name: "Home",
					lead: icon("home"),
					current: open === "home",
					unread: 0,
					onPick: () => page.open("home"),
				})}
				${h(Item, {
					name: "Messages",
					lead: icon("chat"),
					current: open === appDm?.id,
					unread: appDm?.unread ?? 0,
					onPick: () => openWith(page, app.botUser),
				})}
			`,
		})}
		${h(Group, {
			title: "Direct messages",
			children: html`${lines(kind("dm"))} ${h(NewMessage, {})}`,
		})}
		${
			kind("group").length > 0 &&
			h(Group, { title: "Group messages", children: lines(kind("group")) })
		}
		${h(Group, { title: "Channels", children: lines(kind("channel")) })}
	</nav>`;
}

function Group({
	title,
	children,
}: {
	title: string;
	children: ComponentChildren;
}): ComponentChildren {
	const id = useId();
	return html`<section aria-labelledby=${id}>
		<h2 id=${id} dir="auto">${title}</h2>
		${children}
	</section>`;
}

function Line({
	conversation,
	open,
}: {
	conversation: Conversation;
	open: string;
}): ComponentChildren {
	const page = usePage();
	const { id, kind, name, unread } = conversation;
	return h(Item, {
		name: kind === "channel" ? name.replace(/^#/, "") : name,
		lead: leadOf(conversation, page.session.surface),
		current: open === id,
		unread,
		onPick: () => page.open(id),
	});
}

function leadOf(
	conversation: Conversation,
	{ people, channels, me }: Surface,
): ComponentChildren {
	const channel = channels.find(({ id }) => id === conversation.id);
	if (conversation.kind === "channel")
		return icon(channel?.isPrivate ? "lock" : "hash");
	if (conversation.kind === "group") return icon("people");
	const other = people.find(
		({ id }) => id !== me.id && isWith(conversation, id),
	);
	return h(Avatar, { person: other ?? me });
}

function icon(name: IconName): ComponentChildren {
	return h(Icon, { name });
}
