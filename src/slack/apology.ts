import type { Logger } from "pino";
import { newId } from "../db/database.ts";
import { errorFacts } from "../log.ts";
import { answer, type Line, publishHome } from "./answers.ts";
import { apologyErrors, apologyMessage } from "./slack.views.ts";
import { TooSlow } from "./within.ts";

/** Says sorry in the way the request allows, with the log line's reference. */
export async function apologize(
	log: Logger,
	line: Line,
	error: unknown,
): Promise<void> {
	const reference = newId().slice(-8);
	// Behind the gate the work goes on, so nobody may say that nothing was done.
	const isGoingOn = error instanceof TooSlow && line.visit !== undefined;
	const failure = { reference, isGoingOn };
	const { type, id, view } = line.envelope;
	log.error(
		{
			reference,
			entry: `${type} ${type === "command" ? "" : id}`,
			error: errorFacts(error),
		},
		"a request failed",
	);
	try {
		const errors =
			type === "view"
				? apologyErrors(view?.blocks ?? [], line.text, failure)
				: null;
		if (errors) return await answer(line, { do: "errors", errors });
		if (type === "options")
			return await answer(line, {
				do: "suggest",
				choices: [
					{
						value: "unavailable",
						label: line.text.plain("slack:apology.options"),
					},
				],
			});
		const message = apologyMessage(line.text, failure);
		if (line.envelope.id === "app_home_opened" && line.client)
			return await publishHome(
				line.client,
				line.envelope.userId,
				message.blocks,
			);
		await answer(line, { do: "say", message });
	} catch (second) {
		log.error({ reference, error: errorFacts(second) }, "no apology either");
	}
}
