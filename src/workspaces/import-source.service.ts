import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { downloadFile } from "../slack/files.ts";
import { limits, type Unreadable } from "./directory.ts";
import type { Source } from "./directory-import.ts";
import { decode } from "./directory-reading.service.ts";
import { findInstallation } from "./workspaces.queries.ts";

type Text = { ok: true; text: string } | ({ ok: false } & Unreadable);

/** The text, wherever it is; a file only when the actor added it themself. */
export async function readSource(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	source: Source,
): Promise<Text> {
	if ("text" in source) return { ok: true, text: source.text };
	const installation = await withWorkspace(deps.db, workspaceId, (trx) =>
		findInstallation(trx),
	);
	if (!installation) return { ok: false, why: "file" };
	const sealedToken = installation.bot_token;
	const client = deps.slack.interactive({ workspaceId, sealedToken });
	const file = await downloadFile(client, source.fileId, {
		maxBytes: limits.bytes,
		uploadedBy: actor.slackUserId,
	});
	if (file.is === "too large") return { ok: false, why: "tooBig" };
	if (file.is === "not allowed") return { ok: false, why: "filesScope" };
	if (file.is !== "content") return { ok: false, why: "file" };
	const text = decode(file.content);
	return text === null ? { ok: false, why: "encoding" } : { ok: true, text };
}
