import type { KnownBlock } from "@slack/types";
import { withWorkspace } from "../db/database.ts";
import { publishHome } from "../slack/answers.ts";
import { type ChangedHome, claimHomes } from "./home.queries.ts";
import type { SenderOptions } from "./sender.ts";

/** Draws one person's Home from fresh rows; null when they are gone. */
export type DrawHome = (changed: ChangedHome) => Promise<KnownBlock[] | null>;

/**
 * Publishes changed Homes, in a lane of their own: a Home that fails is drawn
 * again when it is opened, so nothing here is tried twice.
 */
export function createHomePublisher(
	{ deps, senderDb, addresses, timing }: SenderOptions,
	draw: DrawHome,
) {
	async function publish(changed: ChangedHome): Promise<void> {
		const { workspaceId, personId } = changed;
		const address = await withWorkspace(deps.db, workspaceId, (trx) =>
			addresses.find(trx, { personId, mentorshipId: null }),
		);
		if (!address || typeof address === "string") return;
		const blocks = await draw(changed);
		if (!blocks) return;
		const installation = { workspaceId, sealedToken: address.sealedToken };
		const client = deps.slack.sender(installation, timing.httpMs);
		await publishHome(client, address.slackUserIds[0] ?? null, blocks);
	}

	return {
		async round(): Promise<number> {
			const changed = await claimHomes(senderDb, timing.atOnce);
			const results = await Promise.allSettled(changed.map(publish));
			const failed = results.filter(({ status }) => status === "rejected");
			if (failed.length > 0)
				deps.log.warn({ homes: failed.length }, "Homes not published");
			return changed.length;
		},
	};
}
