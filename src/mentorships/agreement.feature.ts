import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { type ReadGoals, readAgreementPage } from "./agreement.service.ts";
import { hasAgreement, isOpenToSign, versionsSince } from "./agreement.ts";
import { type AgreementDid, agreementModal } from "./agreement.views.ts";
import { type Edited, edit, sign } from "./agreement-acts.service.ts";
import { keepAgreement, readDraft } from "./agreement-drafts.service.ts";
import { agreementForm, agreementMeta } from "./agreement-form.ts";
import { agreementFormModal } from "./agreement-form.views.ts";
import { versionsModal } from "./agreement-versions.views.ts";
import { findJoinedLater } from "./members.queries.ts";
import { pickMentorship } from "./pick.service.ts";
import { findMentorship } from "./read-mentorships.queries.ts";

const idButton = z.object({ value: z.uuid() });

const members = ["mentor", "mentee", "peer"];

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: members,
	id: ({ value }: { value: string }) => value,
};

/** Any member of the mentorship that a version belongs to. */
const ofAgreement = {
	who: "related" as const,
	to: "agreement" as const,
	as: members,
};

const readJoined = (
	deps: Deps,
	{ workspaceId, actor: { personId } }: Visit,
	mentorshipId: string,
) =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		findJoinedLater(trx, { mentorshipId, personId }),
	);

const gone = (visit: Visit): Reply => ({
	do: "say",
	message: sentence(visit.text, "mentorships:wrong.gone"),
});

/** What the members agree on: read, signed, changed, and all it has been. */
export function agreementFeature(readGoals: ReadGoals): Feature {
	const read = (deps: Deps, visit: Visit, mentorshipId: string) =>
		withWorkspace(deps.db, visit.workspaceId, async (trx) => {
			const mentorship = await findMentorship(trx, mentorshipId);
			const { now } = visit;
			return mentorship
				? readAgreementPage(deps, trx, mentorship, { readGoals, now })
				: null;
		});

	async function show(
		deps: Deps,
		visit: Visit,
		mentorshipId: string,
		did: AgreementDid | null = null,
	): Promise<Reply> {
		const page = await read(deps, visit, mentorshipId);
		if (!page) return gone(visit);
		const { actor, text } = visit;
		return { do: "update", view: agreementModal(page, actor, text, did) };
	}

	/** The form, with what was typed before; how it stands, where it is closed. */
	async function openForm(
		deps: Deps,
		visit: Visit,
		mentorshipId: string,
	): Promise<Reply> {
		const { workspaceId, actor, text } = visit;
		const { personId } = actor;
		const page = await read(deps, visit, mentorshipId);
		if (!page) return gone(visit);
		const { mentorship, versions } = page;
		const [latest] = versions;
		if (!latest || !isOpenToSign(mentorship))
			return {
				do: "update",
				view: agreementModal(page, actor, text, "closed"),
			};
		const isInForce = versions.some(({ inForceAt }) => inForceAt !== null);
		const draft = await withWorkspace(deps.db, workspaceId, (trx) =>
			readDraft(deps, trx, visit, mentorshipId),
		);
		const before = versions.find((it) => it.agreementId === draft?.agreementId);
		// Saved at the same moment, it is no draft any more.
		const isSaved = latest !== before && latest.author?.personId === personId;
		const typed =
			draft && before && !isSaved ? { before, words: draft.words } : null;
		const form = { mentorship, latest, isInForce, typed };
		return { do: "update", view: agreementFormModal(form, text) };
	}

	async function answerEdit(
		deps: Deps,
		visit: Visit,
		edited: Edited,
		words: z.infer<typeof agreementForm>,
	): Promise<Reply> {
		const { mentorship } = edited;
		const { mentorshipId, state } = mentorship;
		switch (edited.is) {
			case "saved":
				return show(
					deps,
					visit,
					mentorshipId,
					edited.holds ? "holds" : "saved",
				);
			case "same":
				return show(deps, visit, mentorshipId, "same");
			case "changed": {
				const { before, latest } = edited;
				const isInForce = state === "active";
				const form = { mentorship, latest, isInForce };
				const typed = { before, words };
				return {
					do: "update",
					view: agreementFormModal({ ...form, typed }, visit.text),
				};
			}
			case "closed": {
				const why = visit.text.plain("mentorships:agreement.form.closed");
				return { do: "errors", errors: { months: why } };
			}
		}
	}

	return {
		name: "mentorships",
		entries: [
			command({
				id: "agreement",
				policy: { who: "member" },
				input: z.string(),
				help: { usage: "agreement", about: "mentorships:agreement.help" },
				handle: (deps, visit) =>
					pickMentorship(deps, visit, {
						which: hasAgreement,
						action: "mentorships:agreement",
						title: "mentorships:agreement.title",
						none: "mentorships:agreement.none",
						show: ({ mentorshipId }) => show(deps, visit, mentorshipId),
					}),
			}),
			action({
				id: "mentorships:agreement",
				policy: ofMember,
				input: idButton,
				handle: (deps, visit, { value }) => show(deps, visit, value),
			}),
			action({
				id: "mentorships:versions",
				policy: ofMember,
				input: idButton,
				async handle(deps, visit, { value }) {
					const page = await read(deps, visit, value);
					if (!page) return gone(visit);
					const joinedAt = await readJoined(deps, visit, value);
					const versions = versionsSince(page.versions, joinedAt);
					const mine = { ...page, versions };
					const view = versionsModal(mine, visit.actor, visit.text);
					return { do: "update", view };
				},
			}),
			action({
				id: "mentorships:sign",
				policy: { ...ofAgreement, id: ({ value }) => value },
				input: idButton,
				async handle(deps, visit, { value }) {
					const signed = await sign(deps, visit, value);
					if (!signed) return gone(visit);
					const { mentorshipId } = signed.mentorship;
					return show(deps, visit, mentorshipId, signed.did);
				},
			}),
			action({
				id: "mentorships:editAgreement",
				policy: ofMember,
				input: idButton,
				handle: (deps, visit, { value }) => openForm(deps, visit, value),
			}),
			action({
				id: "mentorships:keepAgreement",
				policy: { ...ofAgreement, id: ({ meta }) => meta.agreement },
				input: z.object({ form: agreementForm, meta: agreementMeta }),
				async handle(deps, visit, { form: words, meta }) {
					const draft = { agreementId: meta.agreement, words };
					await keepAgreement(deps, visit, draft);
					// Shown anew, the form could meet the next tap halfway.
					return { do: "nothing" };
				},
			}),
			view({
				id: "mentorships:saveAgreement",
				policy: { ...ofAgreement, id: ({ meta }) => meta.agreement },
				input: z.object({ form: agreementForm, meta: agreementMeta }),
				async handle(deps, visit, { form, meta }) {
					const edited = await edit(deps, visit, meta.agreement, form);
					return edited ? answerEdit(deps, visit, edited, form) : gone(visit);
				},
			}),
		],
	};
}
