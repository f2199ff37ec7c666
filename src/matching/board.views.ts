import type { KnownBlock } from "@slack/types";
import { actions, button, section } from "../slack/blocks.ts";
import { selectMenu } from "../slack/inputs.ts";
import { escapeText, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import {
	type Advisor,
	type Board,
	type BoardSeat,
	boardOf,
	boardSeats,
	seatValue,
} from "./board.ts";
import { searchValue } from "./search-button.ts";

/** The board of advisors: who sits where, and a search for each empty seat. */
export function boardSection(advisors: Advisor[], text: Text): KnownBlock[] {
	const board = boardOf(advisors);
	const empty = board.filter((row) => row.advisors.length === 0);
	return [
		...board.flatMap((row) =>
			row.advisors.map((advisor) => advisorBlock(row.seat, advisor, text)),
		),
		...emptyBlocks(empty, text),
	];
}

function advisorBlock(
	seat: BoardSeat,
	advisor: Advisor,
	text: Text,
): KnownBlock {
	return section(
		text.mrkdwn("matching:board.line", {
			seat: text.plain(`matching:board.seat.${seat}`),
			name: nameOf(advisor),
		}),
		selectMenu({
			id: "matching:chooseSeat",
			placeholder: text.plain("matching:board.move", { name: advisor.name }),
			choices: boardSeats.map((to) => ({
				value: seatValue(advisor.mentorshipId, to),
				label: text.plain(`matching:board.seat.${to}`),
			})),
			initial: seatValue(advisor.mentorshipId, seat),
		}),
	);
}

function emptyBlocks(empty: Board, text: Text): KnownBlock[] {
	if (empty.length === 0) return [];
	const seats = empty.map(({ seat }) =>
		text.plain(`matching:board.seat.${seat}`),
	);
	return [
		section(text.mrkdwn("matching:board.empty", { seats: text.list(seats) })),
		actions(
			...empty.map(({ seat }) =>
				button({
					id: `matching:fill-${seat}`,
					value: searchValue({
						query: text.plain(`matching:board.query.${seat}`),
						offset: 0,
					}),
					label: text.plain(`matching:board.find.${seat}`),
				}),
			),
		),
	];
}

function nameOf({ slackUserId, name }: Advisor): Mrkdwn {
	return slackUserId ? mention(slackUserId) : escapeText(name);
}
