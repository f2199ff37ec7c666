import { z } from "zod";
import { action, type Feature, view } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import {
	loadParticipationPage,
	type OnNewText,
	saveOwnLines,
} from "./participation.service.ts";
import { mostOwnLines, ownLinesForm } from "./participation.ts";
import { participationModal } from "./participation.views.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";

/** A program's own lines of what people agree to, in versions. */
export function participationTextFeature(onNewText: OnNewText[]): Feature {
	return {
		name: "programs",
		entries: [
			action({
				id: "programs:participation",
				policy: managersOfButton,
				input: programButton,
				async handle(deps, visit) {
					const page = await loadParticipationPage(deps, visit);
					const { programId, text, actor } = visit;
					return {
						do: "open",
						view: participationModal(programId, page, text, actor),
					};
				},
			}),
			view({
				id: "programs:save-participation",
				policy: managersOfForm,
				input: z.object({ form: ownLinesForm, meta: programMeta }),
				async handle(deps, visit, { form }) {
					if (form.lines.length > mostOwnLines) {
						const error = visit.text.plain("programs:participation.tooMany");
						return { do: "errors", errors: { lines: error } };
					}
					const saved = await saveOwnLines(deps, visit, form.lines, onNewText);
					return {
						do: "say",
						message:
							saved === "saved"
								? sentence(visit.text, "programs:participation.saved")
								: sentence(visit.text, "programs:hub.unchanged"),
					};
				},
			}),
		],
	};
}
