import type { Message } from "../slack/blocks.ts";
import type { Feature, MessageKind } from "../slack/feature.ts";
import { type ReadGoals, readAgreementPage } from "./agreement.service.ts";
import { begunMessage } from "./agreement-begun.views.ts";
import {
	agreeMessage,
	changedMessage,
	holdsMessage,
	remindMessage,
} from "./agreement-messages.views.ts";
import { findMentorshipOf } from "./agreements.queries.ts";
import { type Told, toMember } from "./to-member.service.ts";

/** What is said of an agreement to each of those who sign it. */
export function agreementMessagesFeature(readGoals: ReadGoals): Feature {
	async function readLatest({ deps, trx, mentorship, now }: Told) {
		const about = { readGoals, now };
		const page = await readAgreementPage(deps, trx, mentorship, about);
		const [latest] = page.versions;
		return latest ? { page, latest } : null;
	}

	/** About one version, while nobody has written another one. */
	function aboutVersion(
		write: (...read: Parameters<typeof changedMessage>) => Message | null,
	): MessageKind {
		return {
			ifUnknown: "resend",
			async render(context) {
				const { trx, subjectId } = context;
				const mentorshipId = await findMentorshipOf(trx, subjectId);
				if (!mentorshipId) return null;
				const kind = toMember(["agreeing", "active"], async (told) => {
					const read = await readLatest(told);
					return read?.latest.agreementId === subjectId
						? write(read, told.reader, told.text)
						: null;
				});
				return kind.render({ ...context, subjectId: mentorshipId });
			},
		};
	}

	return {
		name: "mentorships",
		entries: [],
		messages: {
			"mentorships:agree": toMember(["agreeing"], async (told) => {
				const read = await readLatest(told);
				return read && agreeMessage(read, told.reader, told.text);
			}),
			"mentorships:remind-agreeing": toMember(
				["agreeing"],
				async (told) => {
					const read = await readLatest(told);
					return read && remindMessage(read, told.reader, told.text);
				},
				"drop",
			),
			"mentorships:begun": toMember(["active"], (told) =>
				begunMessage(told.mentorship, told.reader, told.text),
			),
			"mentorships:agreement-changed": aboutVersion((read, reader, text) =>
				read.latest.signedBy.includes(reader.personId)
					? null
					: changedMessage(read, reader, text),
			),
			"mentorships:agreement-holds": aboutVersion(({ page }, reader, text) =>
				holdsMessage(page.mentorship, reader, text),
			),
		},
	};
}
