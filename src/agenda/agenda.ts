import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { optionalText } from "../slack/fields.ts";
import { isQuestion, type Question } from "./questions.ts";

export const itemLength = 1_000;
/** Points of one's own that wait at the same time. */
export const mostOwn = 10;

/** A point of the next agenda. */
export type AgendaItem = {
	itemId: string;
	/** `own`: of somebody's own, or added from a message. */
	slot: Question | "own";
	text: string;
	/** null: they are gone. */
	author: { personId: string; slackUserId: string; name: string } | null;
	version: number;
	/** How many meetings had no time for it. */
	carried: number;
	changedAt: Date;
};

type Where = { workspaceId: string; itemId: string };

const place = ({ workspaceId, itemId }: Where): Place => ({
	workspaceId,
	table: "agenda_item",
	column: "words",
	id: itemId,
});

export const sealItem = (cipher: Cipher, where: Where, text: string): Buffer =>
	cipher.seal(place(where), text);

export const openItem = (
	cipher: Cipher,
	where: Where,
	sealed: Buffer,
): string => cipher.open(place(where), sealed);

/** The name of a point's field: a question's own, else by its id. */
export const fieldOf = ({ slot, itemId }: AgendaItem): string =>
	slot === "own" ? `point:${itemId}` : slot;

/** The field for a new point. */
export const newField = "own";

/** What a field of a view may hold. */
const anyValue = z.union([z.string(), z.array(z.string()), z.null()]);

/**
 * An agenda as the form sends it: each field that is there, null where it was
 * left or made empty. Fields that no agenda has are not looked at.
 */
export const agendaForm = z.record(z.string(), anyValue).transform((form) =>
	Object.entries(form).flatMap(([field, typed]) => {
		const text = optionalText(itemLength).safeParse(typed);
		return text.success && isField(field)
			? [{ field, text: text.data?.trim() || null }]
			: [];
	}),
);
export type AgendaForm = z.infer<typeof agendaForm>;

const isField = (field: string) =>
	isQuestion(field) ||
	field === newField ||
	/^point:[0-9a-f-]{36}$/.test(field);

/** By field, the version that whoever writes had before them. */
export const seenVersions = z.record(z.string(), z.int());
export type SeenVersions = z.infer<typeof seenVersions>;

export const versionsOf = (items: readonly AgendaItem[]): SeenVersions =>
	Object.fromEntries(items.map((item) => [fieldOf(item), item.version]));

/** What saving does: every field is one of these, or nothing. */
export type AgendaChange =
	| { is: "add"; slot: Question | "own"; text: string }
	| { is: "change"; item: AgendaItem; text: string }
	| { is: "remove"; item: AgendaItem };

/**
 * What a form changes. `changed` names the fields that somebody else wrote in
 * the meantime, which whoever saves has not seen: nothing is saved then.
 */
export function changesIn(
	form: AgendaForm,
	items: readonly AgendaItem[],
	seen: SeenVersions,
): { changes: AgendaChange[]; changed: string[] } {
	const byField = new Map(items.map((item) => [fieldOf(item), item]));
	const changes: AgendaChange[] = [];
	const changed: string[] = [];
	for (const { field, text } of form) {
		const item = byField.get(field);
		if ((item?.text ?? null) === text) continue;
		const isUnseen = item ? item.version !== seen[field] : seen[field];
		// A point that is gone comes back as a new one, if something is in it.
		if (item && isUnseen && text !== null) changed.push(field);
		else if (item && isUnseen) continue;
		else if (item && text === null) changes.push({ is: "remove", item });
		else if (item && text !== null) changes.push({ is: "change", item, text });
		else if (text !== null)
			changes.push({
				is: "add",
				slot: isQuestion(field) ? field : "own",
				text,
			});
	}
	return { changes, changed };
}
