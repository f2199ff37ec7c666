import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { resumeLane, stopLane } from "../delivery/ledger.queries.ts";
import type { Deps } from "../deps.ts";
import { tokenPlace } from "../slack/clients.ts";
import { ensureCheck } from "./people-check.service.ts";
import {
	deleteInstallation,
	findInstallation,
	findInstaller,
	findOrInsertWorkspace,
	findWorkspace,
	updateWorkspaceState,
	upsertInstallation,
} from "./workspaces.queries.ts";

export type Installed = { workspaceId: string; name: string };

/** Records the workspace a plain bot token belongs to; Slack is asked which. */
export async function installToken(
	deps: Deps,
	token: string,
): Promise<Installed> {
	const auth = await deps.slack.withToken(token).auth.test();
	const name = auth.team ?? "";
	const workspaceId = await findOrInsertWorkspace(deps.db, {
		enterpriseId: auth.enterprise_id ?? null,
		teamId: auth.is_enterprise_install ? null : (auth.team_id ?? null),
		name,
	});
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		await upsertInstallation(trx, {
			botId: auth.bot_id ?? "",
			botUserId: auth.user_id ?? "",
			sealedToken: deps.cipher.seal(tokenPlace(workspaceId), token),
			scopes: auth.response_metadata?.scopes ?? [],
		});
		await updateWorkspaceState(trx, "installed");
		await resumeLane(trx);
		await ensureCheck(trx, deps.now());
	});
	return { workspaceId, name };
}

/** What the bot's token may do; none while the app is uninstalled. */
export const readScopes = async (trx: WorkspaceTrx): Promise<string[]> =>
	(await findInstallation(trx))?.scopes ?? [];

/** Slack's id of who installed the app; null: not known. */
export const readInstaller = (trx: WorkspaceTrx): Promise<string | null> =>
	findInstaller(trx);

/** By which ids Slack names the workspace. */
export const readWorkspace = (trx: WorkspaceTrx) => findWorkspace(trx);

/** The token is deleted at once; people's rows stay for a reinstall. */
export async function uninstall(
	deps: Deps,
	workspaceId: string,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		await deleteInstallation(trx);
		await updateWorkspaceState(trx, "uninstalled");
		await stopLane(trx, workspaceId, "uninstalled");
	});
}
