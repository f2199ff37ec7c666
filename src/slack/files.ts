import { ErrorCode, type WebClient } from "@slack/web-api";
import { z } from "zod";
import type { OutgoingFile } from "./blocks.ts";

/** Of the bytes of one file, in milliseconds. */
const patienceMs = 10_000;

export type Download =
	| { is: "content"; name: string; content: Buffer }
	| { is: "too large"; bytes: number }
	/** Deleted, not shared with the bot, or not `uploadedBy` whom it should. */
	| { is: "gone" }
	/** The scope `files:read` was not granted. */
	| { is: "not allowed" }
	/** Slack could not be reached, or answered what nobody can read. */
	| { is: "failed" };

export type DownloadLimits = {
	maxBytes: number;
	/** Slack user id of the actor: an id in a form is no proof of a right. */
	uploadedBy: string;
};

const known = z.object({
	name: z.string().nullish(),
	size: z.number(),
	user: z.string(),
	url_private_download: z.string(),
});

/** Reads a file that someone has added to a form. */
export async function downloadFile(
	client: WebClient,
	fileId: string,
	{ maxBytes, uploadedBy }: DownloadLimits,
): Promise<Download> {
	try {
		const info = await client.files.info({ file: fileId });
		const { data: file } = known.safeParse(info.file);
		if (!file) return { is: "failed" };
		const { name, size, user, url_private_download: url } = file;
		if (user !== uploadedBy) return { is: "gone" };
		if (size > maxBytes) return { is: "too large", bytes: size };
		if (!leadsToSlack(client, url)) return { is: "failed" };
		const response = await fetch(url, {
			headers: { authorization: `Bearer ${client.token}` },
			redirect: "manual",
			signal: AbortSignal.timeout(patienceMs),
		});
		// Whom Slack does not let in is sent to sign in, or is shown that page.
		const isPage = /^text\/html\b/.test(
			response.headers.get("content-type") ?? "",
		);
		const isSentOn = response.status >= 300 && response.status < 400;
		if (isSentOn || isPage) return { is: "not allowed" };
		if (response.status === 404) return { is: "gone" };
		if (!response.ok) return { is: "failed" };
		const content = await readAtMost(response, maxBytes);
		return content
			? { is: "content", name: name ?? fileId, content }
			: { is: "too large", bytes: size };
	} catch (error) {
		return whyNot(error);
	}
}

/** null when there is more; what Slack says of the size is not relied upon. */
async function readAtMost(
	{ body }: Response,
	maxBytes: number,
): Promise<Buffer | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		size += chunk.length;
		if (size > maxBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const refusal = z.object({
	code: z.literal(ErrorCode.PlatformError),
	data: z.object({ error: z.string() }),
});

function whyNot(error: unknown): Download {
	switch (refusal.safeParse(error).data?.data.error) {
		case "missing_scope":
			return { is: "not allowed" };
		case "file_not_found":
		case "file_deleted":
			return { is: "gone" };
		default:
			return { is: "failed" };
	}
}

/**
 * Brings a file to Slack, where nobody sees it until it is shared: what fails
 * here may be tried again. Throws what the client throws, and an error when
 * the bytes do not arrive.
 *
 * @returns Slack's id of the file
 */
export async function uploadFile(
	client: WebClient,
	{ name, content }: OutgoingFile,
): Promise<string> {
	const bytes = Buffer.from(content);
	const { file_id, upload_url } = await client.files.getUploadURLExternal({
		filename: name,
		length: bytes.length,
	});
	if (!file_id || !upload_url || !leadsToSlack(client, upload_url))
		throw new Error("Slack gave no place for a file");
	const { status } = await fetch(upload_url, {
		method: "POST",
		headers: { "content-type": "application/octet-stream" },
		body: new Uint8Array(bytes),
		redirect: "error",
		signal: AbortSignal.timeout(patienceMs),
	});
	if (status !== 200) throw new Error(`An upload was answered ${status}`);
	return file_id;
}

/**
 * Whether an address that came with an answer leads to Slack, or to the local
 * Slack in use: a token or someone's data goes nowhere else.
 */
function leadsToSlack({ slackApiUrl }: WebClient, address: string): boolean {
	const [api, url] = [URL.parse(slackApiUrl), URL.parse(address)];
	if (!api || !url) return false;
	return api.host === "slack.com"
		? url.protocol === "https:" && /(^|\.)slack\.com$/.test(url.host)
		: url.origin === api.origin;
}
