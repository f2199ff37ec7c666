import { z } from "zod";
import { action, type Feature, type Policy } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { leave, type OnLeave } from "./enrollment.service.ts";
import {
	agree,
	readNewTexts,
	readTextToAgree,
} from "./participation.service.ts";
import { newTextBlocks, newTextMessage } from "./participation.views.ts";

const textButton = z.object({ value: z.uuid() });
const whoWasAsked: Extract<Policy<{ value: string }>, { who: "related" }> = {
	who: "related",
	to: "participation",
	as: ["enrolled"],
	id: ({ value }) => value,
};

/** A new text to agree to: asked once, and on Home until it is answered. */
export function participationFeature(onLeave: OnLeave[]): Feature {
	return {
		name: "enrollment",
		entries: [
			action({
				id: "enrollment:agree",
				policy: whoWasAsked,
				input: textButton,
				async handle(deps, visit, { value }) {
					const agreed = await agree(deps, visit, value);
					return {
						do: "say",
						message: sentence(visit.text, `enrollment:participation.${agreed}`),
					};
				},
			}),
			action({
				id: "enrollment:leaveProgram",
				policy: whoWasAsked,
				input: textButton,
				async handle(deps, visit) {
					const left = await leave(deps, visit, onLeave);
					const key = left === "changed" ? "now" : "already";
					return {
						do: "say",
						message: sentence(visit.text, `enrollment:left.${key}`),
					};
				},
			}),
		],
		home: [
			async (deps, visit) => {
				const { text } = visit;
				const texts = await readNewTexts(deps, visit);
				if (texts.length === 0) return null;
				return {
					title: text.plain("enrollment:participation.homeTitle"),
					blocks: texts.flatMap((it) => newTextBlocks(it, text)),
				};
			},
		],
		messages: {
			"enrollment:participation": {
				ifUnknown: "resend",
				async render({ trx, subjectId, personId, text }) {
					if (!personId) return null;
					const asked = { textId: subjectId, personId };
					const wanted = await readTextToAgree(trx, asked, text);
					return wanted && newTextMessage(wanted, text);
				},
			},
		},
	};
}
