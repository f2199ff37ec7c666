import type { Button, KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { selectMenu } from "../slack/inputs.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { ProgramOfPerson } from "./choose.queries.ts";

/** Which of several programs Home is about, with a menu to look at another. */
export function chosenSection(
	programs: ProgramOfPerson[],
	programId: string,
	text: Text,
): KnownBlock[] {
	const chosen = programs.find((one) => one.programId === programId);
	return [
		section(
			text.mrkdwn("programs:chosen.now", { name: chosen?.name ?? "" }),
			selectMenu({
				id: "programs:choose",
				placeholder: text.plain("programs:chosen.menu"),
				initial: programId,
				choices: programs.map((one) => ({
					value: one.programId,
					label: one.name,
				})),
			}),
		),
	];
}

/** Every program there is, each with the way into it. */
export function programsMessage(
	programs: ProgramOfPerson[],
	mayCreate: boolean,
	text: Text,
): Message {
	const title = text.mrkdwn("programs:several.title", {
		count: programs.length,
	});
	const [only] = programs;
	const lines =
		programs.length === 1 && only
			? [section(text.mrkdwn("programs:several.only"), joinButton(only, text))]
			: programs.map((program) => programLine(program, text));
	return {
		text: title,
		blocks: [section(title), ...lines, ...(mayCreate ? newProgram(text) : [])],
	};
}

function programLine(program: ProgramOfPerson, text: Text): KnownBlock {
	const { name, hasJoined, isManager } = program;
	const facts = [
		...(hasJoined ? [text.mrkdwn("programs:several.joined")] : []),
		...(isManager ? [text.mrkdwn("programs:several.managed")] : []),
	];
	return section(
		joinMrkdwn(
			[text.mrkdwn("programs:several.name", { name }), ...facts],
			"\n",
		),
		joinButton(program, text),
	);
}

/** Joining, or looking at what one is part of already. */
function joinButton(
	{ programId, name, hasJoined }: ProgramOfPerson,
	text: Text,
): Button {
	return hasJoined
		? button({
				id: "programs:choose",
				value: programId,
				label: text.plain("programs:several.show", { name }),
			})
		: button({
				id: "enrollment:joinProgram",
				value: programId,
				label: text.plain("programs:several.join", { name }),
			});
}

function newProgram(text: Text): KnownBlock[] {
	return [
		actions(
			button({
				id: "programs:newProgram",
				label: text.plain("programs:several.create"),
			}),
		),
		context(text.mrkdwn("programs:several.createAbout")),
	];
}
