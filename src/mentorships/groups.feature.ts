import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	type MessageKind,
	type Visit,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { agreementButton } from "./agreement-buttons.views.ts";
import { closeGroup, type GroupTap, leaveGroup } from "./groups.service.ts";
import {
	gatheringMessage,
	groupButtons,
	groupTapMessage,
	movedOnMessage,
	roomLines,
	waitingLines,
	welcomeMessage,
} from "./groups.views.ts";
import { listLastChange } from "./members.queries.ts";
import { isOver } from "./mentorship-moves.ts";
import { readUnstopped } from "./mentorships.service.ts";
import type { PagePart } from "./page.ts";

type Tap = (
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
) => Promise<GroupTap | null>;

/** A tap on the page of a group; its answer takes the place of the page. */
function tapEntry(id: string, as: string[], tap: Tap): Entry {
	return action({
		id: `mentorships:${id}`,
		policy: {
			who: "related",
			to: "mentorship",
			as,
			id: ({ value }: { value: string }) => value,
		},
		input: z.object({ value: z.uuid() }),
		async handle(deps, visit, { value }) {
			const { actor, text } = visit;
			const done = await tap(deps, visit, value);
			const message = done
				? groupTapMessage(done, actor, text)
				: sentence(text, "mentorships:wrong.gone");
			return { do: "update", view: noticeModal(message, text) };
		},
	});
}

/** In a group DM there is no one reader; what is over needs no conversation. */
const gathering: MessageKind = {
	ifUnknown: "resend",
	async render({ trx, subjectId, text }) {
		const mentorship = await readUnstopped(trx, subjectId);
		if (!mentorship || isOver(mentorship.state)) return null;
		const change = await listLastChange(trx, mentorship);
		return gatheringMessage(mentorship, change, text);
	},
};

const movedOn: MessageKind = {
	ifUnknown: "drop",
	async render({ trx, subjectId, text }) {
		const mentorship = await readUnstopped(trx, subjectId);
		return mentorship && !isOver(mentorship.state)
			? movedOnMessage(mentorship, text)
			: null;
	},
};

const welcome: MessageKind = {
	ifUnknown: "drop",
	async render({ trx, subjectId, personId, text }) {
		const mentorship = await readUnstopped(trx, subjectId);
		const reader = personId ? await readPerson(trx, personId) : undefined;
		if (!mentorship || !reader || isOver(mentorship.state)) return null;
		const agreement = [agreementButton(mentorship, reader, text)];
		return welcomeMessage(mentorship, { reader, agreement }, text);
	},
};

/** Groups and peers: who comes, who leaves, and where they go on. */
export const groupsFeature: Feature = {
	name: "mentorships",
	entries: [
		tapEntry("leaveGroup", ["mentee", "peer"], leaveGroup),
		tapEntry("closeGroup", ["mentor"], (deps, visit, id) =>
			closeGroup(deps, visit, id, "closed"),
		),
		tapEntry("openGroup", ["mentor"], (deps, visit, id) =>
			closeGroup(deps, visit, id, "opened"),
		),
	],
	messages: {
		"mentorships:gathering": gathering,
		"mentorships:moved-on": movedOn,
		"mentorships:welcome": welcome,
	},
};

/** What a group waits for, and the ways out of it. */
export const groupPart: PagePart = async ({ visit, mentorship }) => {
	const { actor, text } = visit;
	if (isOver(mentorship.state)) return null;
	return {
		lines: waitingLines(mentorship, actor, text),
		buttons: [],
		seldom: groupButtons(mentorship, actor, text),
	};
};

/** Whether others can still come in: after what is to be done next. */
export const roomPart: PagePart = async ({ visit, mentorship }) =>
	isOver(mentorship.state)
		? null
		: { lines: roomLines(mentorship, visit.text), buttons: [] };
