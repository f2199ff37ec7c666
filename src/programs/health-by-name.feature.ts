import { z } from "zod";
import { action, type Feature, view } from "../slack/feature.ts";
import { readHealthFrom, switchHealth } from "./health-by-name.service.ts";
import { healthStart } from "./health-by-name.ts";
import { healthModal, switchedMessage } from "./health-by-name.views.ts";
import type { OnNewText } from "./participation.service.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";

/** Whether managers see by name how mentorships go: announced, never backwards. */
export function healthByNameFeature(onNewText: OnNewText[]): Feature {
	const flip = (id: string, to: "on" | "off") =>
		view({
			id,
			policy: managersOfForm,
			input: z.object({ meta: programMeta }),
			handle: async (deps, visit) => ({
				do: "say",
				message: switchedMessage(
					await switchHealth(deps, visit, to, onNewText),
					visit.text,
				),
			}),
		});

	return {
		name: "programs",
		entries: [
			action({
				id: "programs:healthByName",
				policy: managersOfButton,
				input: programButton,
				async handle(deps, visit) {
					const { programId, now, text } = visit;
					const healthFrom = await readHealthFrom(deps, visit);
					const page = { programId, healthFrom, start: healthStart(now) };
					return { do: "open", view: healthModal(page, text) };
				},
			}),
			flip("programs:showHealth", "on"),
			flip("programs:hideHealth", "off"),
		],
	};
}
