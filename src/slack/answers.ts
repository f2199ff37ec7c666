import type { HomeView, KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Message, Modal } from "./blocks.ts";
import type { Envelope } from "./envelope.ts";
import type { Reply, Visit } from "./feature.ts";
import { suggestion } from "./inputs.ts";
import { postToResponseUrl } from "./response-url.ts";
import { noticeModal } from "./slack.views.ts";
import type { Text } from "./text.ts";

/** Bolt's ack; a command, a submission and options carry the answer in it. */
export type Ack = (body?: unknown) => Promise<void>;

export type Line = {
	envelope: Envelope;
	ack: Ack;
	/** Absent while the workspace is not known, or never was. */
	client: WebClient | undefined;
	text: Text;
	apiUrl: string | undefined;
	/** Once it has passed the gate. */
	visit?: Visit;
};

/** Answers one request, in the way its type allows. */
export function answer(line: Line, reply: Reply): Promise<void> {
	switch (line.envelope.type) {
		case "command":
			return answerCommand(line, reply);
		case "view":
			return answerSubmission(line, reply);
		case "options":
			return line.ack({
				options:
					reply.do === "suggest"
						? reply.choices.slice(0, 100).map(suggestion)
						: [],
			});
		case "action":
		case "shortcut":
			return answerAction(line, reply);
		case "event":
			return Promise.resolve();
	}
}

async function answerCommand(line: Line, reply: Reply): Promise<void> {
	if (reply.do === "open" || reply.do === "update") {
		await open(line, reply.view);
		return line.ack();
	}
	if (reply.do === "say" || reply.do === "replace")
		return line.ack({ response_type: "ephemeral", ...wire(reply.message) });
	return line.ack();
}

function answerSubmission(line: Line, reply: Reply): Promise<void> {
	switch (reply.do) {
		case "errors":
			return line.ack({ response_action: "errors", errors: reply.errors });
		case "update":
			return line.ack({ response_action: "update", view: reply.view });
		case "open":
			return line.ack({ response_action: "push", view: reply.view });
		case "say":
		case "replace":
			return line.ack({
				response_action: "update",
				view: noticeModal(reply.message, line.text),
			});
		default:
			return line.ack({ response_action: "clear" });
	}
}

async function answerAction(line: Line, reply: Reply): Promise<void> {
	const { envelope, client, text } = line;
	switch (reply.do) {
		case "open":
			return open(line, reply.view);
		case "update":
			return envelope.view?.type === "modal" && client
				? redraw(client, envelope.view, reply.view)
				: open(line, reply.view);
		case "say":
		case "replace":
			if (!envelope.responseUrl) {
				const notice = noticeModal(reply.message, text);
				// Modals stack only three high: a list is worked off in one.
				return reply.do === "replace" && isInModal(line)
					? answerAction(line, { do: "update", view: notice })
					: open(line, notice);
			}
			return postToResponseUrl(line.apiUrl, envelope.responseUrl, {
				...wire(reply.message),
				replace_original: reply.do === "replace",
				response_type: "ephemeral",
			});
		default:
			return;
	}
}

const isInModal = ({ envelope }: Line) => envelope.view?.type === "modal";

const movedOn = ["not_found", "hash_conflict"];

/** Draws a modal anew, unless the person has moved on meanwhile. */
async function redraw(
	client: WebClient,
	{ id, hash }: { id: string; hash: string },
	view: Modal,
): Promise<void> {
	await client.views
		.update({ view_id: id, view, ...(hash && { hash }) })
		.catch((error: { data?: { error?: string } }) => {
			if (!movedOn.includes(error.data?.error ?? "")) throw error;
		});
}

/** Opens a modal, or puts it on top of the one the act came from. */
async function open(line: Line, view: Modal): Promise<void> {
	const { client, envelope } = line;
	if (!client || !envelope.triggerId) return;
	const call = { trigger_id: envelope.triggerId, view };
	if (envelope.view?.type === "modal") await client.views.push(call);
	else await client.views.open(call);
}

/** A message as Slack's methods and response URLs take it. */
export function wire(message: Message) {
	return {
		text: message.text.mrkdwn,
		blocks: message.blocks,
		unfurl_links: false,
		unfurl_media: false,
	};
}

export async function publishHome(
	client: WebClient,
	userId: string | null,
	blocks: KnownBlock[],
): Promise<void> {
	if (!userId) return;
	// Slack takes 100 blocks.
	const view: HomeView = { type: "home", blocks: blocks.slice(0, 100) };
	await client.views.publish({ user_id: userId, view });
}
