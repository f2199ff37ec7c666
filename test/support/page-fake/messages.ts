import type { Block, Message } from "../../../simulator/surface.ts";
import {
	actions,
	button,
	context,
	header,
	mrkdwn,
	options,
	plain,
	section,
} from "./parts.ts";
import { mentor, people } from "./people.ts";

/** 5 May 2026, 09:00 UTC. */
const START = 1_777_971_600;

export function message(
	minute: number,
	user: string,
	text: string,
	blocks: Block[] = [],
	more: Partial<Message> = {},
): Message {
	return {
		ts: `${START + minute * 60}.000100`,
		user,
		text,
		blocks,
		ephemeral: false,
		edited: false,
		files: [],
		values: {},
		...more,
	};
}

const REASONS = [
	"Knows *Kubernetes* as an expert; you want to reach working level",
	"Went from support to engineering, the move you named",
	"Four hours of the working day in common",
	"Works in another department",
];

/** The list a search answers with; long names and right-to-left among them. */
export function findList(count: number): Block[] {
	const found = [people.at(-4), ...people.slice(40, 40 + count - 1)];
	return [
		header("find-head", "Mentors for Kubernetes"),
		...found.flatMap((person, index): Block[] => [
			section(
				`find-${index}`,
				`*${person?.name}*  ${person?.title}\n${REASONS.slice(index % 2, 3)
					.map((reason) => `• ${reason}`)
					.join("\n")}`,
				{ accessory: button(`Ask ${person?.name}`, "demo:every-input") },
			),
			context(
				`find-seats-${index}`,
				`${1 + (index % 3)} open seats, one to one and flash`,
			),
		]),
		actions("find-more", [
			button("Show more", "demo:none"),
			button("Rank my next choices", "demo:none-2"),
		]),
	];
}

export const appMessages: Message[] = [
	message(0, mentor.id, "Welcome to mentoring", [
		header("welcome", "Welcome to mentoring"),
		section(
			"welcome-text",
			"You can *look for a mentor* or _offer_ what you know. ~Forms~ are short. Try `/mentor find`, or <https://example.com/guide|read the guide>.\n> Come prepared, follow through, it is up to you.",
		),
		actions("welcome-do", [
			button("Fill in everything", "demo:every-input", { style: "primary" }),
			button("Show a pair of rings", "demo:notice"),
			button("Read the guide", "demo:guide", { url: "https://example.com/" }),
			{
				type: "overflow",
				action_id: "demo:overflow",
				options: options("Snooze for a week", "Fewer of these"),
			},
		]),
		context(
			"welcome-note",
			`Answer by <!date^${START + 3 * 86_400}^{date_short_pretty} at {time}|Friday>.`,
		),
	]),
	message(4, "U1000", "/mentor find kubernetes &lt;soon&gt; &amp; more"),
	message(5, mentor.id, "Two people fit", findList(3), { ephemeral: true }),
	message(
		9,
		mentor.id,
		"A request",
		[
			section(
				"ask",
				"*Ben Okafor asks you for one first conversation of 30 minutes.*",
				{
					fields: [
						mrkdwn("*Goal*\nRun a migration without downtime"),
						mrkdwn("*Since*\nMonday"),
					],
				},
			),
			actions("ask-do", [
				button("Accept Ben", "demo:accept", { style: "primary" }),
				button("Tell me more", "demo:more"),
				button("Not now", "demo:decline", {
					style: "danger",
					confirm: {
						title: plain("Not now?"),
						text: plain("Ben reads that you can't right now, never a reason."),
						confirm: plain("Not now"),
						deny: plain("Back"),
					},
				}),
				{
					type: "static_select",
					action_id: "demo:until",
					placeholder: plain("Unavailable until"),
					options: options("Next week", "Next month"),
				},
			]),
		],
		{ edited: true },
	),
	message(11, mentor.id, "Your list of people is ready.", [], {
		files: [
			{ id: "F1", name: "people-4f2a.csv", title: "people.csv", size: 1_530 },
			{
				id: "F2",
				name: "f2.ics",
				title: "First meeting with somebody whose name is very long indeed.ics",
				size: 812,
			},
		],
	}),
];
