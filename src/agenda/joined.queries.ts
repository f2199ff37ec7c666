import { sql } from "kysely";

/** The columns of a row that was written in a mentorship. */
type Written = {
	workspace: string;
	mentorship: string;
	at: string;
	/** Whose it is. */
	by: string;
};

/**
 * Whether a reader was in the mentorship when it was written: whoever joins a
 * group later reads nothing of before, but what is their own.
 */
export const wasThere = (reader: string, of: Written) =>
	sql<boolean>`not exists (select from mentorship_member me
		where me.workspace_id = ${sql.ref(of.workspace)}
			and me.mentorship_id = ${sql.ref(of.mentorship)}
			and me.person_id = ${reader}
			and me.person_id is distinct from ${sql.ref(of.by)}
			and me.joined_lineup > 0
			and me.joined_at > ${sql.ref(of.at)})`;
