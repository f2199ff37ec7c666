import type { WorkspaceTrx } from "../db/database.ts";
import { readProgram, readTopicList } from "../programs/programs.service.ts";
import type { Message } from "../slack/blocks.ts";
import type { MessageContext } from "../slack/feature.ts";
import type { Reader } from "../time/dates.ts";
import { type Compared, readCompared } from "./publish.service.ts";
import { type Report, reportOf } from "./report.ts";
import { reportMessage } from "./report.views.ts";

/** A stored release as it is told to this reader. */
export async function tellReport(
	trx: WorkspaceTrx,
	{ release, before }: Compared,
	reader: Reader,
): Promise<Report> {
	const [{ name }, topics] = await Promise.all([
		readProgram(trx, release.programId),
		readTopicList(trx, release.programId),
	]);
	return reportOf({ release, before, program: name, topics, reader });
}

/** For the channel: dates in the zone that its managers chose. */
export async function renderReport({
	trx,
	subjectId,
	text,
}: MessageContext): Promise<Message | null> {
	const compared = await readCompared(trx, subjectId);
	if (!compared) return null;
	const { settings } = await readProgram(trx, compared.release.programId);
	const { zone } = settings.report;
	const reader = { zone, locale: text.language };
	return reportMessage(await tellReport(trx, compared, reader), text);
}
