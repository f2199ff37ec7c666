import type { KnownBlock } from "@slack/types";
import { cohortSentence } from "../programs/cohort-part.views.ts";
import {
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import type { Reply } from "../slack/feature.ts";
import {
	type Choice,
	radioInput,
	searchInput,
	textInput,
} from "../slack/inputs.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import {
	mostFirstTopics,
	offers,
	type Role,
	sentenceLength,
	wants,
} from "./enrollment.ts";
import type { JoinForm } from "./join-form.ts";
import type { JoinTerms } from "./join-terms.service.ts";
import { participationBlocks } from "./participation.views.ts";

export type JoinPage = Pick<JoinForm, "role" | "goal" | "offer"> & {
	wanted: Choice[];
	offered: Choice[];
	/** The callback: joining alone, or on the way to asking someone. */
	id: string;
	submit: string;
	metadata: Record<string, string>;
};

/** The form to join by; or why someone cannot. */
export function joinReply(
	page: JoinPage,
	terms: JoinTerms,
	text: Text,
	how: "open" | "update" = "open",
): Reply {
	return terms.mayJoin
		? { do: how, view: joinModal(page, terms, text) }
		: { do: "say", message: sentence(text, "enrollment:join.notTaken") };
}

/** The first minute: one page, the rest has defaults. */
export function joinModal(
	page: JoinPage,
	{ terms, roles, cohort, reader }: Omit<JoinTerms, "mayJoin">,
	text: Text,
): Modal {
	const role = roleIn(roles, page.role);
	return modal({
		id: page.id,
		title: text.plain("enrollment:join.title"),
		submit: page.submit,
		close: text.plain("enrollment:join.cancel"),
		metadata: { ...page.metadata, id: page.id },
		blocks: [
			radioInput({
				name: "role",
				label: text.plain("enrollment:join.role"),
				action: "enrollment:chooseRole",
				dispatch: true,
				initial: role,
				choices: roles.map((one) => ({
					value: one,
					label: text.plain(`enrollment:role.${one}`),
				})),
			}),
			...(wants(role) ? wantedFields(page, text) : []),
			...(offers(role) ? offeredFields(page, text) : []),
			...(cohort
				? [section(cohortSentence("onJoin", cohort, text, reader))]
				: []),
			...participationBlocks(terms, text),
		],
	});
}

/** A program of peers alone has no mentees to begin with. */
function roleIn(roles: readonly Role[], role: Role): Role {
	return roles.includes(role) ? role : (roles[0] ?? role);
}

function wantedFields(page: JoinPage, text: Text): KnownBlock[] {
	return [
		searchInput({
			name: "wanted",
			label: text.plain("enrollment:join.wanted"),
			hint: text.plain("enrollment:join.topicsHint"),
			placeholder: text.plain("enrollment:join.topicsPlaceholder"),
			action: "enrollment:topics",
			most: mostFirstTopics,
			initial: page.wanted,
			optional: true,
		}),
		textInput({
			name: "goal",
			label: text.plain("enrollment:join.goal"),
			hint: text.plain("enrollment:join.goalSeen"),
			placeholder: text.plain("enrollment:join.goalPlaceholder"),
			initial: page.goal,
			max: sentenceLength,
			optional: true,
		}),
	];
}

function offeredFields(page: JoinPage, text: Text): KnownBlock[] {
	return [
		searchInput({
			name: "offered",
			label: text.plain("enrollment:join.offered"),
			hint: text.plain("enrollment:join.topicsHint"),
			placeholder: text.plain("enrollment:join.topicsPlaceholder"),
			action: "enrollment:topics",
			most: mostFirstTopics,
			initial: page.offered,
			optional: true,
		}),
		textInput({
			name: "offer",
			label: text.plain("enrollment:join.offer"),
			hint: text.plain("enrollment:join.offerSeen"),
			placeholder: text.plain("enrollment:join.offerPlaceholder"),
			initial: page.offer,
			max: sentenceLength,
			optional: true,
		}),
	];
}

export function joinedMessage(page: { role: string }, text: Text): Message {
	const words = text.mrkdwn("enrollment:joined.title");
	const next =
		page.role === "mentor"
			? text.mrkdwn("enrollment:joined.mentor")
			: text.mrkdwn("enrollment:joined.mentee");
	return {
		text: words,
		blocks: [
			section(words),
			section(next),
			context(text.mrkdwn("enrollment:joined.profile")),
		],
	};
}
