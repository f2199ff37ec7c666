import { type Modal, modal, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { figureIds } from "./figures.ts";
import { footer } from "./report.views.ts";
import { windowDays } from "./rows.ts";

/** Each number of a report in one sentence. */
export const definitionsModal = (text: Text): Modal =>
	modal({
		id: "reports:definitionsPage",
		title: text.plain("reports:definitions.title"),
		close: text.plain("reports:definitions.close"),
		blocks: [
			...figureIds.map((id) =>
				section(
					text.mrkdwn("reports:definitions.line", {
						name: text.plain(`reports:figure.${id}.name`),
						means: text.plain(`reports:figure.${id}.means`, {
							days: windowDays,
						}),
					}),
				),
			),
			footer(text),
		],
	});
