import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { channelMention, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import { readReach } from "../workspaces/channels.service.ts";
import type { SettingsPatch } from "./settings-pages.ts";

/**
 * What has been saved, and what is still to be done where its report is to
 * appear: in a channel that the bot is not in, nothing would come of it.
 */
export async function withReach(
	deps: Deps,
	{ workspaceId, text }: Visit,
	{ report }: SettingsPatch,
	saved: Mrkdwn,
): Promise<Mrkdwn> {
	if (!report?.channel) return saved;
	const reach = await readReach(deps, workspaceId, report.channel);
	if (reach !== "absent" && reach !== "archived") return saved;
	const channel = channelMention(report.channel);
	return joinMrkdwn(
		[saved, text.mrkdwn(`programs:report.${reach}`, { channel })],
		" ",
	);
}
