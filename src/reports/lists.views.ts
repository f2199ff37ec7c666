import type { KnownBlock } from "@slack/types";
import { healthDay } from "../programs/fixed-lines.views.ts";
import { isHealthShown } from "../programs/health-by-name.ts";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import { personMenu } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import {
	isLast,
	type ListedMentorship,
	type ListedPerson,
	type ListPage,
	lists,
} from "./lists.ts";

/** The ways to what managers see by name, and to what they see as numbers. */
export const listButtons = (programId: string, text: Text): KnownBlock =>
	actions(
		...lists.map((list) =>
			button({
				id: `reports:${list}`,
				value: programId,
				label: text.plain(`reports:list.${list}.open`),
			}),
		),
		button({
			id: "reports:requests",
			value: programId,
			label: text.plain("reports:requests.open"),
		}),
	);

/** A page of one of the lists, or of what somebody is in. */
export function listModal(
	page: ListPage,
	{ text, now }: { text: Text; now: Date },
): Modal {
	const { list, programId, only } = page;
	const lines =
		page.list === "mentorships"
			? page.mentorships.map((one) => mentorshipLine(one, text))
			: page.people.map((one) => personLine(one, text));
	return modal({
		id: "reports:listPage",
		title: text.plain(`reports:list.${list}.title`),
		close: text.plain("reports:page.close"),
		metadata: { program: programId, list, only },
		blocks: [
			section(
				intro(page, text),
				personMenu({
					id: "reports:findPerson",
					placeholder: text.plain("reports:list.find"),
					initial: only,
				}),
			),
			...inSections(lines),
			...turnButtons(page, text),
			context(
				...aboutHealth(page, text, now),
				text.mrkdwn("reports:list.hidden"),
			),
		],
	});
}

/** A group's line is long, and Slack takes 3,000 characters at a time. */
const linesInSection = 10;

function inSections(lines: Mrkdwn[]): KnownBlock[] {
	const sections = Math.ceil(lines.length / linesInSection);
	return Array.from({ length: sections }, (_, at) => {
		const from = at * linesInSection;
		const some = lines.slice(from, from + linesInSection);
		return section(joinMrkdwn(some, "\n"));
	});
}

function intro({ list, program, total, only }: ListPage, text: Text): Mrkdwn {
	if (only) {
		const found = total > 0 ? "found" : "notFound";
		return text.mrkdwn(`reports:list.${found}`, { person: mention(only) });
	}
	return total > 0
		? text.mrkdwn(`reports:list.${list}.intro`, { program, total })
		: text.mrkdwn(`reports:list.${list}.empty`, { program });
}

/** What the words beside a mentorship are made of, where they are shown. */
function aboutHealth(page: ListPage, text: Text, now: Date): Mrkdwn[] {
	if (page.list !== "mentorships" || !page.healthFrom) return [];
	const date = healthDay(page.healthFrom, text);
	return isHealthShown(page.healthFrom, now)
		? [text.mrkdwn("reports:list.health", { date })]
		: [text.mrkdwn("reports:list.healthSoon", { date })];
}

const personLine = ({ slackUserId, role }: ListedPerson, text: Text): Mrkdwn =>
	text.mrkdwn("reports:list.person", {
		person: mention(slackUserId),
		role: text.plain(`reports:list.role.${role}`),
	});

function mentorshipLine(
	{ mentors, others, kind, state, health }: ListedMentorship,
	text: Text,
): Mrkdwn {
	const of = (ids: string[]) => joinMrkdwn(ids.map(mention), ", ");
	const stands = text.plain(`reports:list.state.${state}`);
	const goes = health
		? text.plain("reports:list.goes", {
				state: stands,
				health: text.plain(`reports:health.${health}`),
			})
		: stands;
	const name = text.plain(`enrollment:kind.${kind}.name`);
	return mentors.length > 0
		? text.mrkdwn("reports:list.pair", {
				mentees: of(others),
				mentors: of(mentors),
				kind: name,
				state: goes,
			})
		: text.mrkdwn("reports:list.alone", {
				people: of(others),
				kind: name,
				state: goes,
			});
}

function turnButtons(page: ListPage, text: Text): KnownBlock[] {
	const turns = [
		...(page.page > 0 ? ([["earlier", page.page - 1]] as const) : []),
		...(isLast(page) ? [] : ([["more", page.page + 1]] as const)),
	].map(([turn, to]) =>
		button({
			id: `reports:${turn}`,
			value: String(to),
			label: text.plain(`reports:list.${turn}`),
		}),
	);
	const everybody = button({
		id: "reports:everybody",
		label: text.plain("reports:list.everybody"),
	});
	const buttons = page.only ? [...turns, everybody] : turns;
	return buttons.length > 0 ? [actions(...buttons)] : [];
}
