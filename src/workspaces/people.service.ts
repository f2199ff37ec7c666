import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { resumeGate } from "../delivery/ledger.queries.ts";
import type { Deps } from "../deps.ts";
import { noteClock } from "./clock.service.ts";
import {
	type Directory,
	findDmAddress,
	findNoContact,
	findPeopleBySlackIds,
	findPerson,
	findWorkingHours,
	updateChosenProgram,
	updateDirectory,
	updateDmChannel,
	updateNoContact,
	updateWorkingHours,
	upsertPerson,
	type WorkingHoursChoice,
} from "./people.queries.ts";
import type { PersonRow } from "./person.ts";
import { notePresence } from "./presence.service.ts";
import {
	readSlackUser,
	type SlackPerson,
	type SlackUser,
	slackUser,
} from "./slack-person.ts";
import { findInstallation } from "./workspaces.queries.ts";

/** Asks Slack who someone is and keeps it; false when Slack does not know. */
export async function meet(
	deps: Deps,
	workspaceId: string,
	slackUserId: string,
): Promise<boolean> {
	const installation = await withWorkspace(deps.db, workspaceId, (trx) =>
		findInstallation(trx),
	);
	if (!installation) return false;
	const client = deps.slack.interactive({
		workspaceId,
		sealedToken: installation.bot_token,
	});
	const { user } = await client.users
		.info({ user: slackUserId, include_locale: true })
		.catch((error: { data?: { error?: string } }) => {
			if (error.data?.error === "user_not_found") return { user: undefined };
			throw error;
		});
	const known = slackUser.safeParse(user);
	if (!known.success) return false;
	await withWorkspace(deps.db, workspaceId, (trx) =>
		upsertPerson(trx, readSlackUser(known.data, installation.team_id)),
	);
	return true;
}

/** Someone by Slack id, met first when we have not seen them yet. */
export async function findOrMeet(
	deps: Deps,
	workspaceId: string,
	slackUserId: string,
): Promise<PersonRow | undefined> {
	const find = () =>
		withWorkspace(deps.db, workspaceId, async (trx) => {
			const [person] = await findPeopleBySlackIds(trx, [slackUserId]);
			return person;
		});
	return (
		(await find()) ??
		((await meet(deps, workspaceId, slackUserId)) ? find() : undefined)
	);
}

/** Slack says that someone changed: zone, name, guest or deactivated. */
export async function syncPerson(
	deps: Deps,
	workspaceId: string,
	user: SlackUser,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		const installation = await findInstallation(trx);
		if (!installation) return;
		const person = readSlackUser(user, installation.team_id);
		const [known] = await findPeopleBySlackIds(trx, [person.slackUserId]);
		const personId = await upsertPerson(trx, person);
		const { standing: is } = person;
		const now = deps.now();
		if (known)
			await notePresence(trx, [{ personId, was: known.standing, is }], now);
		if (known && known.zone !== person.zone)
			await noteClock(trx, [personId], now);
		// Whoever is back gets what is still timely.
		if (person.standing === "member")
			await resumeGate(trx, { personId, mentorshipId: null });
	});
}

/** The row of a person's working hours; `work_days` null: the usual ones. */
export function readWorkingHours(trx: WorkspaceTrx, personId: string) {
	return findWorkingHours(trx, personId);
}

export async function saveWorkingHours(
	trx: WorkspaceTrx,
	personId: string,
	hours: WorkingHoursChoice,
	now: Date,
): Promise<void> {
	await updateWorkingHours(trx, personId, hours);
	await noteClock(trx, [personId], now);
}

/** People by Slack id, only those already met. */
export function readPeople(
	trx: WorkspaceTrx,
	slackUserIds: string[],
): Promise<PersonRow[]> {
	return findPeopleBySlackIds(trx, slackUserIds);
}

export function readPerson(
	trx: WorkspaceTrx,
	personId: string,
): Promise<PersonRow | undefined> {
	return findPerson(trx, personId);
}

/** Where to write to one person; undefined when they cannot be reached. */
export const readDmAddress = (trx: WorkspaceTrx, personId: string) =>
	findDmAddress(trx, personId);

export const saveDmChannel = (
	trx: WorkspaceTrx,
	personId: string,
	channel: string,
): Promise<void> => updateDmChannel(trx, personId, channel);

/** The bot's sealed token; undefined while the app is uninstalled. */
export const readInstallation = (trx: WorkspaceTrx) => findInstallation(trx);

/** Keeps someone as Slack describes them; our id of them. */
export const savePerson = (
	trx: WorkspaceTrx,
	person: SlackPerson,
): Promise<string> => upsertPerson(trx, person);

export const saveDirectory = (
	trx: WorkspaceTrx,
	personId: string,
	directory: Directory,
): Promise<void> => updateDirectory(trx, personId, directory);

/** Whether someone wants nothing that they did not ask for. */
export const readNoContact = async (
	trx: WorkspaceTrx,
	personId: string,
): Promise<boolean> => (await findNoContact(trx, personId)) !== null;

/** `since` null: they may be contacted again. */
export const saveNoContact = (
	trx: WorkspaceTrx,
	personId: string,
	since: Date | null,
): Promise<void> => updateNoContact(trx, personId, since);

/** Of several programs, the one that someone's commands are about. */
export const saveChosenProgram = (
	trx: WorkspaceTrx,
	personId: string,
	programId: string,
): Promise<void> => updateChosenProgram(trx, personId, programId);
