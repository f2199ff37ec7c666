import { type ComponentChildren, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "./address.ts";
import type { Team } from "./api.ts";
import { Bar } from "./bar.ts";
import { Confirm, useConfirm } from "./confirm.ts";
import { PageProvider } from "./context.ts";
import { ConversationView } from "./conversation.ts";
import { Home } from "./home.ts";
import { html } from "./html.ts";
import { Modal } from "./modal.ts";
import { Notices } from "./notices.ts";
import { Sent } from "./sent.ts";
import type { Session } from "./session.ts";
import { Sidebar } from "./sidebar.ts";

type WorkspaceProps = {
	session: Session;
	teams: Team[];
	/** `home` or the id of a conversation. */
	open: string;
	go: (next: Partial<Address>) => void;
};

/** The whole page for one person. */
export function Workspace(props: WorkspaceProps): ComponentChildren {
	const { session, teams, open, go } = props;
	const { surface } = session;
	const { question, confirm } = useConfirm();
	const [sentShown, setSentShown] = useState(false);
	const conversation = surface.conversations.find(({ id }) => id === open);
	const above = surface.modals.length + (question ? 1 : 0);

	useEffect(() => {
		document.title = `${surface.me.name}, ${surface.team.name} – Slack simulator`;
	}, [surface.me.name, surface.team.name]);

	const page = html`<div class="page" inert=${above > 0}>
			${h(Bar, {
				surface,
				teams,
				go,
				sentShown,
				toggleSent: () => setSentShown(!sentShown),
			})}
			<div class="columns" data-sent=${sentShown}>
				${h(Sidebar, { open: conversation ? open : "home" })}
				<main class="middle">
					${
						conversation
							? h(ConversationView, { key: conversation.id, conversation })
							: h(Home, {})
					}
				</main>
				${sentShown && h(Sent, { version: surface.version })}
			</div>
		</div>
		${surface.modals.map((view, index) =>
			h(Modal, { key: view.id, view, depth: above - 1 - index }),
		)}
		${question && h(Confirm, question)}
		${h(Notices, {})}`;

	return h(PageProvider, {
		value: { session, confirm, open: (target: string) => go({ open: target }) },
		children: page,
	});
}
