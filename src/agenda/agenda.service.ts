import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { readMentorship } from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { ActionItem } from "./action-item.ts";
import { readActions } from "./actions.service.ts";
import {
	countMet,
	deleteItem,
	findNextStart,
	type ItemRow,
	insertItem,
	listOpenItems,
	updateItem,
} from "./agenda.queries.ts";
import {
	type AgendaChange,
	type AgendaForm,
	type AgendaItem,
	changesIn,
	itemLength,
	mostOwn,
	openItem,
	type SeenVersions,
	sealItem,
} from "./agenda.ts";
import { isQuestion, type Question, questionsFor } from "./questions.ts";

export type Agenda = {
	mentorship: Mentorship;
	questions: readonly Question[];
	items: AgendaItem[];
	/** Open, and what was reported since the last agenda. */
	actions: ActionItem[];
	/** Meetings of it that took place. */
	met: number;
	/** When they meet next, where that is planned. */
	nextAt: Date | null;
};

/**
 * The next agenda of a mentorship, for one of its members; null: there is no
 * such mentorship.
 */
export async function readAgenda(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
	now: Date,
	reader?: string,
): Promise<Agenda | null> {
	const [mentorship, rows, actions, met, nextAt] = await Promise.all([
		readMentorship(trx, mentorshipId),
		listOpenItems(trx, mentorshipId, reader),
		readActions(deps, trx, mentorshipId, { now, reader }),
		countMet(trx, mentorshipId),
		findNextStart(trx, mentorshipId, now),
	]);
	if (!mentorship) return null;
	const items = rows.map((row) => asItem(deps, trx, row));
	const asked = questionsFor(mentorship);
	// What was written when other questions were asked is still on it.
	const others = items.flatMap(({ slot }) =>
		slot !== "own" && !asked.includes(slot) ? [slot] : [],
	);
	return {
		mentorship,
		questions: [...asked, ...others],
		items,
		actions,
		met,
		nextAt,
	};
}

function asItem(
	deps: Deps,
	{ workspaceId }: WorkspaceTrx,
	row: ItemRow,
): AgendaItem {
	const { itemId, slot, version, carried, changedAt } = row;
	const { authorId, authorSlackId, authorName } = row;
	return {
		...{ itemId, version, carried, changedAt },
		slot: isQuestion(slot) ? slot : "own",
		text: openItem(deps.cipher, { workspaceId, itemId }, row.words),
		author:
			authorId && authorSlackId
				? {
						personId: authorId,
						slackUserId: authorSlackId,
						name: authorName ?? "",
					}
				: null,
	};
}

export type SavedAgenda =
	| { is: "saved"; agenda: Agenda; changes: number }
	/** Somebody else wrote into these fields meanwhile; nothing was saved. */
	| { is: "changed"; agenda: Agenda; fields: string[] }
	| { is: "tooMany"; agenda: Agenda }
	/** The mentorship is over, or gone. */
	| { is: "over"; agenda: Agenda | null };

/** Saves what a form changes, or nothing of it. */
export function saveAgenda(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	{ form, seen }: { form: AgendaForm; seen: SeenVersions },
): Promise<SavedAgenda> {
	const { now, actor } = visit;
	const read = (trx: WorkspaceTrx) =>
		readAgenda(deps, trx, mentorshipId, now, actor.personId);
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const before = await read(trx);
		if (!before || isOver(before.mentorship.state))
			return { is: "over", agenda: before };
		const { items } = before;
		const { changes, changed } = changesIn(form, items, seen);
		if (changed.length > 0)
			return { is: "changed", agenda: before, fields: changed };
		if (ownAfter(items, changes) > mostOwn)
			return { is: "tooMany", agenda: before };
		// Repeated, a new point must not come twice.
		if (!(await claimRequest(trx, visit.key)))
			return { is: "saved", agenda: before, changes: 0 };
		for (const change of changes)
			await write(deps, trx, visit, mentorshipId, change);
		const members = before.mentorship.members;
		await updateHomeChanged(
			trx,
			members.map(({ personId }) => personId),
		);
		const agenda = (await read(trx)) ?? before;
		return { is: "saved", agenda, changes: changes.length };
	});
}

function ownAfter(items: AgendaItem[], changes: AgendaChange[]): number {
	const isOwn = (slot: string) => slot === "own";
	const before = items.filter(({ slot }) => isOwn(slot)).length;
	const more = changes.filter((one) => one.is === "add" && isOwn(one.slot));
	return before + more.length;
}

/**
 * What another changed at this very moment wins; whoever was second reads it. A
 * question that has an answer, also one of before they joined, is one's own.
 */
async function write(
	deps: Deps,
	trx: WorkspaceTrx,
	{ actor, now }: Visit,
	mentorshipId: string,
	change: AgendaChange,
): Promise<void> {
	const { workspaceId } = trx;
	if (change.is === "remove") return deleteItem(trx, change.item.itemId);
	const itemId = change.is === "add" ? newId() : change.item.itemId;
	const words = sealItem(deps.cipher, { workspaceId, itemId }, change.text);
	if (change.is === "change") {
		await updateItem(trx, change.item, { words, now });
		return;
	}
	const { slot } = change;
	const authorId = actor.personId;
	const item = { itemId, mentorshipId, words, authorId, now };
	if (!(await insertItem(trx, { ...item, slot })))
		await insertItem(trx, { ...item, slot: "own" });
}

/** A message somebody puts on an agenda; null when there is no room, or none. */
export function addPoint(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	text: string,
): Promise<SavedAgenda> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const agenda = await readAgenda(deps, trx, mentorshipId, visit.now);
		if (!agenda || isOver(agenda.mentorship.state))
			return { is: "over", agenda };
		const added: AgendaChange = {
			is: "add",
			slot: "own",
			text: text.slice(0, itemLength),
		};
		if (ownAfter(agenda.items, [added]) > mostOwn)
			return { is: "tooMany", agenda };
		if (!(await claimRequest(trx, visit.key)))
			return { is: "saved", agenda, changes: 0 };
		await write(deps, trx, visit, mentorshipId, added);
		const after =
			(await readAgenda(deps, trx, mentorshipId, visit.now)) ?? agenda;
		return { is: "saved", agenda: after, changes: 1 };
	});
}
