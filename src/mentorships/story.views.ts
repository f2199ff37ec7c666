import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type FileMessage,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { dateToken, escapeText, joinMrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { plainDate, type Reader, slackDate } from "../time/dates.ts";
import { fileButton } from "./closing-buttons.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";
import type { Story } from "./story.ts";

type Owner = Reader & { personId: string };

/** My mentoring story, for its owner alone. */
export function storyMessage(story: Story, owner: Owner, text: Text): Message {
	return {
		text: text.mrkdwn("mentorships:story.text"),
		blocks: storyBlocks(story, owner, text),
	};
}

export function storyModal(story: Story, owner: Owner, text: Text): Modal {
	return modal({
		id: "mentorships:storyPage",
		title: text.plain("mentorships:story.button"),
		close: text.plain("mentorships:story.close"),
		blocks: storyBlocks(story, owner, text),
	});
}

function storyBlocks(story: Story, owner: Owner, text: Text): KnownBlock[] {
	const { mentorship, outside, from, to } = story;
	const parts = partsOf(story, text);
	return [
		section(
			text.mrkdwn("mentorships:story.title", {
				names: outside ?? othersNamed(mentorship, owner, text),
				from: dateToken(slackDate(from, "day", owner)),
				to: dateToken(slackDate(to, "day", owner)),
			}),
		),
		context(mentorshipName(mentorship, owner, text)),
		...parts.map(({ title, lines, are }) =>
			section(
				joinMrkdwn(
					[
						text.mrkdwn("mentorships:story.heading", { title }),
						...lines.map((line) =>
							are === "words" ? quote(line) : escapeText(`• ${line}`),
						),
					],
					"\n",
				),
			),
		),
		...(parts.length === 0
			? [section(text.mrkdwn("mentorships:story.bare"))]
			: []),
		context(text.mrkdwn("mentorships:story.yours")),
		actions(
			fileButton(mentorship, owner, text),
			...(story.quotes.length > 0 ? [withdrawButton(mentorship, text)] : []),
		),
	];
}

const withdrawButton = ({ mentorshipId }: Mentorship, text: Text) =>
	button({
		id: "mentorships:withdrawQuote",
		value: mentorshipId,
		label: text.plain("mentorships:story.withdraw"),
		confirm: {
			title: text.plain("mentorships:story.withdrawTitle"),
			text: text.plain("mentorships:story.withdrawConfirm"),
			yes: text.plain("mentorships:story.withdraw"),
			no: text.plain("mentorships:story.withdrawNo"),
		},
	});

/** The same as a file of Markdown, with nothing private in its name. */
export function storyFile(story: Story, owner: Owner, text: Text): FileMessage {
	const { mentorship, outside, from, to } = story;
	const names = outside ?? namesOf(mentorship, owner, text);
	const content = [
		`# ${text.plain("mentorships:story.fileTitle", { names })}`,
		text.plain("mentorships:story.dates", {
			from: plainDate(from, "day", owner),
			to: plainDate(to, "day", owner),
		}),
		...partsOf(story, text).flatMap(({ title, lines, are }) => [
			`## ${title}`,
			are === "words"
				? lines.join("\n\n")
				: lines.map((line) => `- ${line}`).join("\n"),
		]),
		text.plain("mentorships:story.yours"),
	].join("\n\n");
	return {
		text: text.mrkdwn("mentorships:story.fileText"),
		file: { name: "my-mentoring-story.md", content: `${content}\n` },
	};
}

type Part = { title: string; are: "items" | "words"; lines: string[] };

/** Its chapters, without those that would be empty. */
function partsOf(story: Story, text: Text): Part[] {
	const { goals, helped, thanks } = story;
	const states = ["reached", "open", "let_go"] as const;
	const own = [
		"helpedWords",
		"learned",
		"ownWords",
		"thanksToCopy",
		"quotes",
	] as const;
	const parts: Part[] = [
		...states.map((state): Part => {
			const those = goals.filter((goal) => goal.state === state);
			return {
				title: text.plain(`mentorships:story.goals.${state}`),
				are: "items",
				lines: those.map((goal) => goal.text),
			};
		}),
		{
			title: text.plain("mentorships:story.helped"),
			are: "items",
			lines: helped.map((help) =>
				text.plain(`mentorships:closing.helps.${help}`),
			),
		},
		...own.map(
			(part): Part => ({
				title: text.plain(`mentorships:story.own.${part}`),
				are: "words",
				lines: story[part],
			}),
		),
		...thanks.map(
			({ name, words }): Part => ({
				title: text.plain("mentorships:story.thanks", { name }),
				are: "words",
				lines: [words],
			}),
		),
	];
	return parts.filter(({ lines }) => lines.length > 0);
}
