import type { Message } from "../../../simulator/surface.ts";
import { message } from "./messages.ts";
import { actions, divider, option, options, plain, section } from "./parts.ts";
import { mentor } from "./people.ts";

const run = (text: string, style?: object) => ({ type: "text", text, style });
const paragraph = (...elements: object[]) => ({
	type: "rich_text_section",
	elements,
});

/** The rest of Block Kit, and text that looks for trouble. */
export const everyBlock: Message[] = [
	message(
		0,
		mentor.id,
		"Rich text",
		[
			{
				type: "rich_text",
				block_id: "rich",
				elements: [
					paragraph(
						run("Bold", { bold: true }),
						run(", "),
						run("italic", { italic: true }),
						run(", "),
						run("struck", { strike: true }),
						run(", "),
						run("code()", { code: true }),
						run(" for "),
						{ type: "user", user_id: "U1002" },
						run(" in "),
						{ type: "channel", channel_id: "C1" },
						run(" "),
						{ type: "emoji", name: "wave" },
					),
					{
						type: "rich_text_list",
						style: "ordered",
						elements: [paragraph(run("Prepare")), paragraph(run("Meet"))],
					},
					{
						type: "rich_text_list",
						style: "bullet",
						indent: 1,
						elements: [paragraph(run("one step")), paragraph(run("another"))],
					},
					{ type: "rich_text_quote", elements: [run("Ask before advising.")] },
					{
						type: "rich_text_preformatted",
						elements: [run("BEGIN:VCALENDAR\nEND:VCALENDAR")],
					},
				],
			},
			divider("rich-line"),
			{
				type: "markdown",
				block_id: "markdown",
				text: "## Agenda\n1. The **why** behind it\n2. *One* thing to try\n\n> kept short\n\n```\nkubectl get pods\n```\nSee [the guide](https://example.com).",
			},
			{
				type: "table",
				block_id: "table",
				column_settings: [{ align: "left" }, { align: "right" }],
				rows: [
					[
						{ type: "raw_text", text: "Department" },
						{ type: "raw_text", text: "Pairs" },
					],
					[
						{ type: "raw_text", text: "Engineering" },
						{ type: "raw_text", text: "24" },
					],
					[
						{ type: "raw_text", text: "Design" },
						{ type: "raw_text", text: "fewer than 5" },
					],
				],
			},
			{
				type: "data_visualization",
				block_id: "chart",
				title: "By department, in people",
				chart: {
					type: "bar",
					series: [
						{
							name: "Enrolled",
							data: [
								{ label: "Data", value: 40 },
								{ label: "Design", value: 24 },
							],
						},
						{
							name: "In a mentorship",
							data: [
								{ label: "Data", value: 20 },
								{ label: "Design", value: 0 },
							],
						},
					],
					axis_config: { categories: ["Data", "Design"], y_label: "People" },
				},
			},
			{
				type: "data_visualization",
				block_id: "pie",
				title: "How mentorships go",
				chart: {
					type: "pie",
					segments: [
						{ label: "on track", value: 30 },
						{ label: "quiet", value: 6 },
					],
				},
			},
			{
				type: "data_table",
				block_id: "data-table",
				caption: "Enrolled people by department",
				rows: [
					[
						{ type: "raw_text", text: "Department" },
						{ type: "raw_text", text: "Enrolled" },
					],
					[
						{ type: "raw_text", text: "Data" },
						{ type: "raw_number", value: 40, text: "40" },
					],
				],
			},
			{
				type: "image",
				block_id: "image",
				image_url: "https://example.com/rhythm.png",
				alt_text: "Meetings held in each month",
				title: plain("Rhythm"),
			},
			section("thumb", "A section beside a picture", {
				accessory: {
					type: "image",
					image_url: "https://example.com/teal.png",
					alt_text: "A teal square",
				},
			}),
			section("pick", "Pick one of these", {
				accessory: {
					type: "radio_buttons",
					action_id: "demo:pick",
					options: [option("This"), option("That")],
				},
			}),
			section("several", "Or several of these", {
				accessory: {
					type: "multi_static_select",
					action_id: "demo:multi",
					placeholder: plain("Several"),
					options: options("A", "B"),
				},
			}),
			actions("dates", [
				{
					type: "datepicker",
					action_id: "demo:date",
					initial_date: "2026-06-01",
				},
			]),
		],
		{
			values: {
				dates: {
					"demo:date": { type: "datepicker", selected_date: "2026-06-01" },
				},
			},
		},
	),
	message(
		6,
		"U1003",
		"<!channel> please read :wave:\nمرحبا بكم في البرنامج\nשלום <@U2001>",
	),
	message(
		7,
		"U1004",
		"```\nconst pair = [mentor, mentee];\n```\nafter the code",
	),
];

export const redBoxes: Message[] = [
	message(0, mentor.id, "New things", [
		{ type: "hologram", block_id: "hologram" },
		actions("odd", [{ type: "lever", action_id: "demo:lever" }]),
	]),
];
