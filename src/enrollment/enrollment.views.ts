import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { OwnPart } from "./enrollment.service.ts";

export function pausedMessage(text: Text): Message {
	const words = text.mrkdwn("enrollment:paused.message");
	return {
		text: words,
		blocks: [section(words), actions(resumeButton(text))],
	};
}

/** Asked before leaving, which withdraws what is open. */
export function leaveQuestion(text: Text): Message {
	const words = text.mrkdwn("enrollment:leave.question");
	return {
		text: words,
		blocks: [section(words), actions(leaveButton(text), pauseButton(text))],
	};
}

/** The person's own part of Home. */
export function meSection(me: OwnPart, text: Text): KnownBlock[] {
	const summary = text.mrkdwn(`enrollment:me.${me.state}`, {
		role: text.plain(`enrollment:role.${me.role}`),
		topics: text.plain("enrollment:me.topics", { count: me.topics }),
	});
	return [
		section(summary),
		actions(
			button({
				id: "enrollment:openProfile",
				label: text.plain("enrollment:me.profile"),
			}),
			me.state === "paused" ? resumeButton(text) : pauseButton(text),
			leaveButton(text),
		),
		context(text.mrkdwn("enrollment:me.seen")),
	];
}

/** The way in, for who has not joined. */
export function joinSection(text: Text): KnownBlock[] {
	return [
		section(
			text.mrkdwn("enrollment:start.body"),
			button({
				id: "enrollment:startJoin",
				label: text.plain("enrollment:start.join"),
				style: "primary",
			}),
		),
	];
}

function resumeButton(text: Text) {
	return button({
		id: "enrollment:resume",
		label: text.plain("enrollment:me.resume"),
		style: "primary",
	});
}

function pauseButton(text: Text) {
	return button({
		id: "enrollment:pause",
		label: text.plain("enrollment:me.pause"),
	});
}

function leaveButton(text: Text) {
	return button({
		id: "enrollment:leave",
		label: text.plain("enrollment:me.leave"),
		confirm: {
			title: text.plain("enrollment:leave.title"),
			text: text.plain("enrollment:leave.confirm"),
			yes: text.plain("enrollment:leave.yes"),
			no: text.plain("enrollment:leave.no"),
		},
	});
}
