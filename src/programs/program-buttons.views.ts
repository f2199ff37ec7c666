import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";

const doors = [
	{ id: "programs:open", words: "settings" },
	{ id: "programs:managers", words: "managers" },
	{ id: "programs:history", words: "history" },
] as const;

/** The ways into a program for who manages it. */
export const programButtons = (programId: string, text: Text): Button[] =>
	doors.map(({ id, words }) =>
		button({
			id,
			value: programId,
			label: text.plain(`programs:managed.${words}`),
		}),
	);
