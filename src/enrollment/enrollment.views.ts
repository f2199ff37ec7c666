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

/** `count`: the mentorships under way, which a pause does not touch. */
export function pausedMessage(count: number, text: Text): Message {
	const words = text.mrkdwn("enrollment:paused.message");
	return {
		text: words,
		blocks: [
			section(words),
			...(count > 0
				? [section(text.mrkdwn("enrollment:paused.goOn", { count }))]
				: []),
			actions(resumeButton(text)),
		],
	};
}

/** Asked before leaving, which withdraws what is open and ends the rest. */
export function leaveQuestion(count: number, text: Text): Message {
	const words = text.mrkdwn("enrollment:leave.question");
	return {
		text: words,
		blocks: [
			section(words),
			...(count > 0
				? [section(text.mrkdwn("enrollment:leave.ends", { count }))]
				: []),
			actions(leaveButton(count, text), pauseButton(text)),
		],
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
			leaveButton(me.mentorships, text),
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

function leaveButton(count: number, text: Text) {
	return button({
		id: "enrollment:leave",
		label: text.plain("enrollment:me.leave"),
		confirm: leaveConfirm(count, text),
	});
}

/** Asked once more at the tap: what ends, and how many. */
export function leaveConfirm(count: number, text: Text) {
	const ends =
		count > 0 ? [text.plain("enrollment:leave.ends", { count })] : [];
	return {
		title: text.plain("enrollment:leave.title"),
		text: [text.plain("enrollment:leave.confirm"), ...ends].join(" "),
		yes: text.plain("enrollment:leave.yes"),
		no: text.plain("enrollment:leave.no"),
	};
}
