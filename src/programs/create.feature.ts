import { z } from "zod";
import { action, type Feature, view } from "../slack/feature.ts";
import { requiredText } from "../slack/fields.ts";
import { sentence } from "../slack/slack.views.ts";
import { createProgram } from "./create.service.ts";
import { createdMessage, createModal } from "./create.views.ts";
import { longestName } from "./settings-pages.ts";

/** Another program, by who runs one or looks after the Slack workspace. */
export const createFeature: Feature = {
	name: "programs",
	entries: [
		action({
			id: "programs:newProgram",
			policy: { who: "manager or admin" },
			input: z.unknown(),
			handle: async (_deps, { text }) => ({
				do: "open",
				view: createModal(text),
			}),
		}),
		view({
			id: "programs:create",
			policy: { who: "manager or admin" },
			input: z.object({
				form: z.object({ name: requiredText(longestName) }),
			}),
			async handle(deps, visit, { form: { name } }) {
				const { text } = visit;
				const created = await createProgram(deps, visit, name);
				switch (created.outcome) {
					case "created": {
						const message = createdMessage({ ...created, name }, text);
						return { do: "say", message };
					}
					case "before":
						return {
							do: "say",
							message: sentence(text, "programs:created.before"),
						};
					default: {
						const why = text.plain(`programs:create.${created.outcome}`);
						return { do: "errors", errors: { name: why } };
					}
				}
			},
		}),
	],
};
