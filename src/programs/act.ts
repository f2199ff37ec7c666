/** Someone as a sentence names them. */
export type Named = { slackUserId: string; name: string };

/** Something a manager did, as the other managers read of it. */
export type Act = {
	auditId: string;
	programId: string;
	at: Date;
	/** `programs:<verb>`. */
	action: string;
	actor: Named | null;
	/** Whom it was about, when that is a person. */
	subject: Named | null;
	/** What was changed, as the one who wrote the line put it. */
	detail: Record<string, unknown>;
};

export type ActPage = {
	acts: Act[];
	/** Where the next page begins; null: this is the last. */
	before: string | null;
};

export const actsOnPage = 10;

/** `acts` are one more than a page takes, when there are more. */
export function pageOf(acts: readonly Act[]): ActPage {
	const page = acts.slice(0, actsOnPage);
	const more = acts.length > actsOnPage;
	return { acts: page, before: (more && page.at(-1)?.auditId) || null };
}
