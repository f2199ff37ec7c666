import {
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { healthDay } from "./fixed-lines.views.ts";

export type HealthPage = {
	programId: string;
	/** From when managers see it; null: they do not. */
	healthFrom: Date | null;
	/** From when they would, were it switched on now. */
	start: Date;
};

/** What health by name means, and the switch for it. */
export function healthModal(page: HealthPage, text: Text): Modal {
	const { programId, healthFrom, start } = page;
	const isOn = healthFrom !== null;
	const date = healthDay(healthFrom ?? start, text);
	return modal({
		id: isOn ? "programs:hideHealth" : "programs:showHealth",
		title: text.plain("programs:health.title"),
		submit: text.plain(`programs:health.${isOn ? "off" : "on"}`),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId },
		blocks: isOn
			? [
					section(text.mrkdwn("programs:health.isOn", { date })),
					context(text.mrkdwn("programs:health.offAtOnce")),
				]
			: [
					section(text.mrkdwn("programs:health.isOff")),
					section(text.mrkdwn("programs:health.counts", { date })),
					context(text.mrkdwn("programs:health.told")),
				],
	});
}

/** What became of the switch. */
export function switchedMessage(
	{ healthFrom, isChanged }: { healthFrom: Date | null; isChanged: boolean },
	text: Text,
): Message {
	if (!isChanged) return sentence(text, "programs:hub.unchanged");
	return healthFrom
		? sentence(text, "programs:health.switchedOn", {
				date: healthDay(healthFrom, text),
			})
		: sentence(text, "programs:health.switchedOff");
}
