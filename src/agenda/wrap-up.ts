import { z } from "zod";
import { optionalOneOf, several } from "../slack/fields.ts";
import { actionForm } from "./action-item.ts";

/** What can be taken on at a time. */
export const mostTaken = 3;
export const scores = ["1", "2", "3", "4", "5"] as const;

/** What came of a meeting, as its form sends it. */
export const wrapUpForm = z
	.object({
		useful: optionalOneOf(scores),
		keep: several(20),
	})
	.and(z.record(z.string(), z.unknown()))
	.transform(({ useful, keep, ...fields }, context) => ({
		useful: useful === null ? null : Number(useful),
		keep: keep.filter((id) => z.uuid().safeParse(id).success),
		actions: Array.from({ length: mostTaken }, (_, at) => {
			const parsed = actionForm.safeParse({
				text: fields[`took-${at}`],
				owner: fields[`who-${at}`],
				dueOn: fields[`by-${at}`],
			});
			if (parsed.success) return parsed.data;
			if (fields[`took-${at}`])
				context.addIssue({ code: "custom", path: [`who-${at}`], message: "" });
			return { text: null, owner: "", dueOn: null };
		}),
	}));
export type WrapUp = z.infer<typeof wrapUpForm>;
