import { z } from "zod";
import { action, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { allowContact, refuseContact } from "./contact.service.ts";
import { joinedMeanwhileMessage, noContactMessage } from "./contact.views.ts";
import { type OnLeave, readMentorshipCount } from "./enrollment.service.ts";

const anything = z.unknown();

/** "Don't contact me", said once and for good, and its undoing. */
export function contactFeature(onRefuse: OnLeave[]): Feature {
	return {
		name: "enrollment",
		entries: [
			action({
				id: "enrollment:noContact",
				policy: { who: "member" },
				input: anything,
				async handle(deps, visit) {
					const { text } = visit;
					const said = await refuseContact(deps, visit, onRefuse);
					if (said === "refused")
						return { do: "replace", message: noContactMessage(text) };
					if (said === "elsewhere")
						return {
							do: "replace",
							message: sentence(text, "enrollment:contact.elsewhere"),
						};
					const count = await readMentorshipCount(deps, visit);
					return { do: "say", message: joinedMeanwhileMessage(count, text) };
				},
			}),
			action({
				id: "enrollment:contactAgain",
				policy: { who: "member" },
				input: anything,
				async handle(deps, visit) {
					await allowContact(deps, visit);
					return {
						do: "replace",
						message: sentence(visit.text, "enrollment:contact.again"),
					};
				},
			}),
		],
	};
}
