import type { KnownBlock } from "@slack/types";
import { actions, context, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { fewest, inFives, type ManagedProgram } from "./managed.ts";
import { programButtons } from "./program-buttons.views.ts";

/** Home's part for a manager: each program in numbers, and the ways into it. */
export function managedSection(
	programs: ManagedProgram[],
	showsNames: boolean,
	text: Text,
): KnownBlock[] {
	return [
		...programs.flatMap((program) => [
			section(summary(program, showsNames, text)),
			actions(...programButtons(program.programId, text)),
		]),
		context(text.mrkdwn("programs:managed.seen", { fewest })),
	];
}

function summary(
	{ name, enrolled, waiting, asking }: ManagedProgram,
	showsName: boolean,
	text: Text,
) {
	const about = (people: number) => {
		const count = inFives(people);
		return count === null
			? text.plain("programs:managed.few", { fewest })
			: text.plain("programs:managed.some", { least: count });
	};
	return joinMrkdwn(
		[
			...(showsName ? [text.mrkdwn("programs:managed.name", { name })] : []),
			text.mrkdwn("programs:managed.enrolled", { count: enrolled }),
			text.mrkdwn("programs:managed.asking", { people: about(asking) }),
			text.mrkdwn("programs:managed.waiting", { people: about(waiting) }),
		],
		"\n",
	);
}
