import { newId } from "../../src/db/database.ts";
import { enroll } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { insertMentorship } from "../../src/mentorships/mentorships.queries.ts";
import { createProgram } from "../../src/programs/create.service.ts";
import { loadList } from "../../src/reports/lists.service.ts";
import type { ListPage, ListPart } from "../../src/reports/lists.ts";
import { listModal } from "../../src/reports/lists.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
import type { Office } from "../support/office.ts";
import { expectSoundModal } from "../support/sound.ts";

export type Someone = { id: string; slack: string };

const day = 24 * 3_600_000;
export const now = new Date();
export const ago = (days: number) => new Date(now.getTime() - days * day);
/** The page as who manages reads it. */
export const shown = (page: ListPage, at = now) =>
	listModal(page, { text: textFor("en"), now: at });

export const idsIn = (page: ListPage): string[] =>
	page.list === "mentorships"
		? page.mentorships.map((it) => [...it.mentors, ...it.others].join(" with "))
		: page.people.map(({ slackUserId }) => slackUserId);

/** People of an office, their mentorships, and managers who look at lists. */
export function createListing(office: Office) {
	async function someone(programId: string | null): Promise<Someone> {
		const id = await office.person();
		const key = { programId: programId ?? "", personId: id };
		const slack = await office.run(async (trx) => {
			if (programId) await enroll(office.deps, trx, key, emptyJoinForm);
			const row = await trx
				.selectFrom("person")
				.select("slack_user_id")
				.where("person_id", "=", id)
				.executeTakeFirstOrThrow();
			return row.slack_user_id;
		});
		return { id, slack };
	}

	/** A program of its own, and who founded it. */
	async function newProgram(): Promise<{ programId: string; founder: string }> {
		const founder = await office.person("Founder");
		const name = `Program of ${founder}`;
		const made = await createProgram(office.deps, office.visit(founder), name);
		if (made.outcome !== "created") throw new Error(made.outcome);
		return { programId: made.programId, founder };
	}

	const reportsTo = (personId: string, managerId: string | null) =>
		office.run((trx) =>
			saveDirectory(trx, personId, {
				...{ department: null, level: null, location: null, managerId },
			}),
		);

	/** Under way between these two, active for so many days. */
	async function pair(
		programId: string,
		[mentor, mentee]: [Someone, Someone],
		days = 0,
	): Promise<string> {
		const mentorshipId = newId();
		await office.run(async (trx) => {
			await insertMentorship(trx, {
				...{ mentorshipId, programId, requestId: null },
				kind: "one_to_one",
				exploringUntil: null,
				members: [
					{ personId: mentor.id, role: "mentor" },
					{ personId: mentee.id, role: "mentee" },
				],
			});
			await trx
				.updateTable("mentorship")
				.set({ state: "active", rhythm: "weekly", since: ago(days) })
				.where("mentorship_id", "=", mentorshipId)
				.execute();
		});
		return mentorshipId;
	}

	const meets = (mentorshipId: string, days: number) =>
		office.run((trx) =>
			trx
				.insertInto("meeting")
				.values({
					workspace_id: trx.workspaceId,
					meeting_id: newId(),
					mentorship_id: mentorshipId,
					state: "met",
					...{ starts_at: ago(days), held_at: ago(days), length_minutes: 30 },
					...{ set_at: ago(days), created_at: ago(days), set_by: null },
				})
				.execute(),
		);

	async function look(
		{ programId, viewer }: { programId: string; viewer: string },
		part: Partial<ListPart>,
		at = now,
	): Promise<ListPage> {
		const visit = { ...office.visit(viewer), programId, now: at };
		const whole = { list: "enrolled" as const, page: 0, only: null, ...part };
		const page = await loadList(office.deps, visit, whole);
		const mentioned = new Set(JSON.stringify(page).match(/U\d{4,}/g));
		expectSoundModal(shown(page, at), [...mentioned]);
		return page;
	}

	/** All pages of a list, one after another. */
	async function readAll(
		at: { programId: string; viewer: string },
		list: ListPart["list"],
	): Promise<{ ids: string[]; totals: Set<number> }> {
		const ids: string[] = [];
		const totals = new Set<number>();
		for (let page = 0; ; page += 1) {
			const shown = await look(at, { list, page });
			if (shown.page !== page || idsIn(shown).length === 0) break;
			ids.push(...idsIn(shown));
			totals.add(shown.total);
		}
		return { ids, totals };
	}

	return { someone, newProgram, reportsTo, pair, meets, look, readAll };
}
