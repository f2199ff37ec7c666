import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import {
	isLast,
	type ListedMentorship,
	type ListedPerson,
	type ListPage,
	lists,
} from "./lists.ts";

/** The ways to what managers see by name. */
export const listButtons = (programId: string, text: Text): KnownBlock =>
	actions(
		...lists.map((list) =>
			button({
				id: `reports:${list}`,
				value: programId,
				label: text.plain(`reports:list.${list}.open`),
			}),
		),
	);

/** A page of one of the lists. */
export function listModal(page: ListPage, text: Text): Modal {
	const { list, programId, program, total } = page;
	const lines =
		page.list === "mentorships"
			? page.mentorships.map((one) => mentorshipLine(one, text))
			: page.people.map((one) => personLine(one, text));
	return modal({
		id: "reports:listPage",
		title: text.plain(`reports:list.${list}.title`),
		close: text.plain("reports:page.close"),
		metadata: { program: programId, list },
		blocks: [
			section(text.mrkdwn(`reports:list.${list}.intro`, { program, total })),
			...(lines.length > 0 ? [section(joinMrkdwn(lines, "\n"))] : []),
			...turnButtons(page, text),
			context(text.mrkdwn("reports:list.hidden")),
		],
	});
}

const personLine = ({ slackUserId, role }: ListedPerson, text: Text): Mrkdwn =>
	text.mrkdwn("reports:list.person", {
		person: mention(slackUserId),
		role: text.plain(`reports:list.role.${role}`),
	});

function mentorshipLine(
	{ mentors, others, kind, state }: ListedMentorship,
	text: Text,
): Mrkdwn {
	const of = (ids: string[]) => joinMrkdwn(ids.map(mention), ", ");
	const words = {
		kind: text.plain(`enrollment:kind.${kind}.name`),
		state: text.plain(`reports:list.state.${state}`),
	};
	const { kind: name, state: stands } = words;
	return mentors.length > 0
		? text.mrkdwn("reports:list.pair", {
				mentees: of(others),
				mentors: of(mentors),
				kind: name,
				state: stands,
			})
		: text.mrkdwn("reports:list.alone", {
				people: of(others),
				kind: name,
				state: stands,
			});
}

function turnButtons(page: ListPage, text: Text): KnownBlock[] {
	const turns = [
		...(page.page > 0 ? ([["earlier", page.page - 1]] as const) : []),
		...(isLast(page) ? [] : ([["more", page.page + 1]] as const)),
	];
	if (turns.length === 0) return [];
	return [
		actions(
			...turns.map(([turn, to]) =>
				button({
					id: `reports:${turn}`,
					value: String(to),
					label: text.plain(`reports:list.${turn}`),
				}),
			),
		),
	];
}
