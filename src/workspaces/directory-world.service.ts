import type { Cipher } from "../db/cipher.ts";
import type { WorkspaceTrx } from "../db/database.ts";
import { listDirectory, listHidden } from "./directory.queries.ts";
import type { ReadRow } from "./directory.ts";
import type { DirectoryWorld } from "./directory-plan.ts";
import type { SlackPerson } from "./slack-person.ts";

/** What is kept of an import until it is confirmed, or an hour has passed. */
export type KeptRows = {
	rows: ReadRow[];
	/** People they name whom only Slack knows so far. */
	strangers: SlackPerson[];
	idsByEmail: [email: string, slackUserId: string][];
	/** Columns of the file that nothing is done with. */
	unused: string[];
};

type Owner = { workspaceId: string; importId: string };

const place = (owner: Owner, column: "source" | "rows") => ({
	workspaceId: owner.workspaceId,
	table: "directory_import",
	column,
	id: owner.importId,
});

export const sealSource = (cipher: Cipher, owner: Owner, text: string) =>
	cipher.seal(place(owner, "source"), text);

export const openSource = (cipher: Cipher, owner: Owner, sealed: Buffer) =>
	cipher.open(place(owner, "source"), sealed);

export const sealRows = (cipher: Cipher, owner: Owner, kept: KeptRows) =>
	cipher.seal(place(owner, "rows"), JSON.stringify(kept));

/** The seal vouches for the shape: nobody else can have written it. */
export const openRows = (cipher: Cipher, owner: Owner, sealed: Buffer) =>
	JSON.parse(cipher.open(place(owner, "rows"), sealed)) as KeptRows;

/** All that rows are judged by, as it is now. */
export async function loadWorld(
	trx: WorkspaceTrx,
	managerId: string,
	kept: Pick<KeptRows, "strangers" | "idsByEmail">,
): Promise<DirectoryWorld> {
	const people = await listDirectory(trx);
	return {
		known: new Map(people.map((person) => [person.slackUserId, person])),
		strangers: new Map(
			kept.strangers.map((person) => [person.slackUserId, person]),
		),
		idsByEmail: new Map(kept.idsByEmail),
		hidden: new Set(await listHidden(trx, managerId)),
	};
}
