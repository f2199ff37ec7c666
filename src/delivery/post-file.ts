import { extname } from "node:path";
import type { WebClient } from "@slack/web-api";
import type { FileMessage } from "../slack/blocks.ts";
import { uploadFile } from "../slack/files.ts";
import { beforePosting, type Outcome, outcomeOf } from "./outcome.ts";

/**
 * Uploads a file and shares it once. Only the sharing can be seen, so only it
 * has an uncertain outcome. Never throws.
 */
export async function postFile(
	client: WebClient,
	channel: string,
	{ text, file }: FileMessage,
	deliveryId: string,
): Promise<Outcome> {
	let id: string;
	try {
		const name = tagged(file.name, deliveryId);
		id = await uploadFile(client, { ...file, name });
	} catch (error) {
		return beforePosting(error);
	}
	try {
		await client.files.completeUploadExternal({
			files: [{ id, title: file.name }],
			channel_id: channel,
			initial_comment: text.mrkdwn,
		});
		// Slack posts it a moment later, and does not say as what.
		return { is: "sent", channel, ts: null };
	} catch (error) {
		return outcomeOf(error);
	}
}

/**
 * A file's message carries no metadata, so its name says which delivery it
 * belongs to; what people see in Slack is its title.
 */
export function tagged(name: string, deliveryId: string): string {
	const extension = extname(name);
	const stem = name.slice(0, name.length - extension.length);
	return `${stem}${tagOf(deliveryId)}${extension}`;
}

/** The end of the id is chance, its beginning the time. */
export const tagOf = (deliveryId: string) => `-${deliveryId.slice(-8)}`;
