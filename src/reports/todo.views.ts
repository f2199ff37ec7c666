import type { KnownBlock } from "@slack/types";
import { header, type Message, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { fewestEnrolled } from "./published.ts";
import { bullets } from "./report-parts.views.ts";
import type { Todo } from "./todo.ts";

/** In the report's place while a program is too small for one. */
export function todoBlocks(
	program: string,
	todos: Todo[],
	text: Text,
): KnownBlock[] {
	return [
		section(
			text.mrkdwn("reports:todo.intro", { program, fewest: fewestEnrolled }),
		),
		section(bullets(todos.map((todo) => text.mrkdwn(`reports:todo.${todo}`)))),
	];
}

export function todoMessage(
	program: string,
	todos: Todo[],
	text: Text,
): Message {
	return {
		text: joinMrkdwn(
			[
				text.mrkdwn("reports:todo.notification", { program }),
				...todos.map((todo) => text.mrkdwn(`reports:todo.${todo}`)),
			],
			" ",
		),
		blocks: [
			header(text.plain("reports:todo.title", { program })),
			...todoBlocks(program, todos, text),
		],
	};
}
