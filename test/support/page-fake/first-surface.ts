import type {
	Conversation,
	Message,
	Surface,
	View,
} from "../../../simulator/surface.ts";
import { everyBlock, redBoxes } from "./every-block.ts";
import { appMessages, message } from "./messages.ts";
import { modal } from "./modals.ts";
import { actions, button, context, divider, header, section } from "./parts.ts";
import { mentor, people } from "./people.ts";

export const TEAMS = [
	{ id: "T1", name: "Northwind" },
	{ id: "T2", name: "Fabrikam" },
];

const home: View = {
	...modal("V0", "Home", [], null),
	type: "home",
	blocks: [
		header("home-now", "Needs an answer now"),
		section("home-ask", "*Ben Okafor* asks you for a first conversation", {
			accessory: button("Open the ask", "demo:every-input", {
				style: "primary",
			}),
		}),
		divider("home-line"),
		header("home-pairs", "My mentorships"),
		section(
			"home-pair",
			"*Chiara Rossi*, one to one\nNext: agree on a rhythm by Friday",
		),
		context("home-health", "On track. Last met on Tuesday"),
		actions("home-do", [
			button("Snooze", "demo:notice"),
			button("Privacy", "demo:push"),
		]),
	],
};

const conversation = (
	id: string,
	kind: Conversation["kind"],
	name: string,
	members: string[],
	messages: Message[],
	unread = 0,
): Conversation => ({ id, kind, name, members, messages, unread });

/** What Ana sees when she comes in. */
export function firstSurface(): Surface {
	return {
		version: 1,
		team: { id: "T1", name: "Northwind" },
		teams: TEAMS,
		me: people[0] ?? mentor,
		people,
		app: { botUser: mentor.id, name: "Mentor", commands: ["/mentor"] },
		shortcuts: [
			{ callback_id: "find", name: "Find a mentor", type: "global" },
			{
				callback_id: "agenda",
				name: "Add to mentoring agenda",
				type: "message",
			},
		],
		conversations: [
			conversation("D0", "dm", "Mentor", ["U1000", mentor.id], appMessages, 2),
			conversation(
				"D1",
				"dm",
				people[1]?.name ?? "",
				["U1000", "U1001"],
				[message(0, "U1001", "Shall we meet on *Thursday*?")],
				1,
			),
			conversation(
				"G1",
				"group",
				`${people[2]?.name}, Mentor`,
				["U1000", "U1002", mentor.id],
				everyBlock,
			),
			conversation("C1", "channel", "#mentoring", ["U1000", "U1001"], []),
			conversation("C2", "channel", "#red-boxes", ["U1000"], redBoxes),
			conversation("C3", "channel", "#people-team", ["U1000"], []),
		],
		channels: [
			{ id: "C1", name: "#mentoring", isPrivate: false },
			{ id: "C2", name: "#red-boxes", isPrivate: false },
			{ id: "C3", name: "#people-team", isPrivate: true },
		],
		home,
		modals: [],
		notices: [],
	};
}
