import type { Logger } from "pino";
import { newId } from "../db/database.ts";
import { errorFacts } from "../log.ts";
import type { Line } from "./answers.ts";
import type { Modal } from "./blocks.ts";
import type { Later } from "./feature.ts";
import { apologyMessage, noticeModal } from "./slack.views.ts";

/**
 * Runs what goes on behind a modal that says so; never throws. What fails is
 * logged, and said in the modal as long as that is open.
 */
export async function goOn(
	log: Logger,
	line: Line,
	later: Later,
): Promise<void> {
	const show = (view: Modal) => redraw(log, line, view);
	try {
		await later(show);
	} catch (error) {
		const reference = newId().slice(-8);
		const { type, id } = line.envelope;
		const entry = `${type} ${id}`;
		log.error(
			{ reference, entry, error: errorFacts(error) },
			"what went on behind a modal failed",
		);
		const failure = { reference, isGoingOn: false };
		const sorry = apologyMessage(line.text, failure);
		await show(noticeModal(sorry, line.text));
	}
}

async function redraw(log: Logger, line: Line, view: Modal): Promise<boolean> {
	const { client, envelope } = line;
	if (!client || envelope.view?.type !== "modal") return false;
	try {
		await client.views.update({ view_id: envelope.view.id, view });
		return true;
	} catch (error) {
		const { data } = error as { data?: { error?: string } };
		if (data?.error !== "not_found")
			log.warn(errorFacts(error), "a modal was not drawn anew");
		return false;
	}
}
