import { z } from "zod";
import { optionalText, several } from "../slack/fields.ts";
import { mostFirstTopics, roles, sentenceLength } from "./enrollment.ts";

/** The one page of joining, as it comes from Slack. */
export const joinForm = z.object({
	role: z.enum(roles),
	wanted: several(mostFirstTopics),
	offered: several(mostFirstTopics),
	goal: optionalText(sentenceLength),
	offer: optionalText(sentenceLength),
});
export type JoinForm = z.infer<typeof joinForm>;

/** While it is being filled in, nothing may be there yet. */
export const joinDraft = joinForm.extend({
	role: z.enum(roles).catch("mentee"),
});

export const emptyJoinForm: JoinForm = {
	role: "mentee",
	wanted: [],
	offered: [],
	goal: null,
	offer: null,
};
