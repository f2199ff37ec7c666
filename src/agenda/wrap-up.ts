import { z } from "zod";
import { optionalOneOf, optionalText, several } from "../slack/fields.ts";
import { actionLengths } from "./action-item.ts";

/** What can be taken on at a time; a form begins with the first. */
export const takenRows = ["1", "2", "3"] as const;
export const scores = ["1", "2", "3", "4", "5"] as const;

const owner = z
	.uuid()
	.nullish()
	.transform((id) => id ?? null);
const day = z.iso
	.date()
	.nullish()
	.transform((date) => date ?? null);
const text = optionalText(actionLengths.text);

/** What came of a meeting, as its form sends it. */
export const wrapUpForm = z
	.object({
		useful: optionalOneOf(scores),
		keep: several(25),
		...{ took1: text, who1: owner, by1: day },
		...{ took2: text, who2: owner, by2: day },
		...{ took3: text, who3: owner, by3: day },
	})
	.transform((form) => ({
		useful: form.useful === null ? null : Number(form.useful),
		keep: form.keep.filter((id) => z.uuid().safeParse(id).success),
		taken: takenRows.flatMap((row) => {
			const words = form[`took${row}`]?.replace(/\s+/g, " ").trim();
			const dueOn = form[`by${row}`];
			return words
				? [{ row, text: words, owner: form[`who${row}`], dueOn }]
				: [];
		}),
	}));
export type WrapUp = z.infer<typeof wrapUpForm>;

/** How many of them a form shows. */
export const rowCount = z.int().min(1).max(takenRows.length).catch(1);
