import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { optionalOneOf } from "../slack/fields.ts";
import { noticeModal } from "../slack/slack.views.ts";
import { type Closed, close, endNow } from "./close.service.ts";
import { closeModal, endedEarlyMessage, endModal } from "./close.views.ts";
import { canClose, endingReasons, hasLookBack } from "./closing.ts";
import { showLookBack } from "./look-back.feature.ts";
import type { ReadGoals } from "./look-back.service.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { canMove } from "./mentorship-moves.ts";
import { readMentorship } from "./mentorships.service.ts";
import { pickMentorship } from "./pick.service.ts";
import { beforeMessage } from "./since.views.ts";

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};
const ofButton: Policy<{ value: string }> & { who: "related" } = {
	...ofMember,
	id: ({ value }) => value,
};
const button = z.object({ value: z.uuid() });
const meta = z.object({ mentorship: z.uuid() });
const ofForm: Policy<{ meta: z.infer<typeof meta> }> & { who: "related" } = {
	...ofMember,
	id: (input) => input.meta.mentorship,
};

/** What one wants to end, and what that would do; nothing is done yet. */
function askFirst(
	mentorship: Mentorship,
	visit: Visit,
	isAtOnce = false,
): Reply {
	const { actor, text, now } = visit;
	if (!canMove(mentorship.state, "end")) return before(mentorship, visit);
	// Where nothing is said any more, nobody could be asked to look back.
	const mayLookBack = canClose(mentorship) && !isStoppedBy(mentorship, visit);
	return {
		do: "update",
		view:
			mayLookBack && !isAtOnce
				? closeModal(mentorship, { ...actor, now }, text)
				: endModal(mentorship, actor, text),
	};
}

const isStoppedBy = (mentorship: Mentorship, { actor }: Visit) =>
	(memberOf(mentorship, actor.personId)?.stoppedAt ?? null) !== null;

const before = (mentorship: Mentorship, { actor, text }: Visit): Reply => ({
	do: "update",
	view: noticeModal(beforeMessage(mentorship, actor, text), text),
});

const read = (deps: Deps, { workspaceId }: Visit, mentorshipId: string) =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		readMentorship(trx, mentorshipId),
	);

const isDone = (closed: Closed) => closed.is === "done" && closed.did;

/** Closing with a look-back, or ending at once; each is asked about first. */
export function closeFeature(readGoals: ReadGoals): Feature {
	/** One that is closing already is looked back on. */
	const askOrLookBack = (deps: Deps, visit: Visit, mentorship: Mentorship) =>
		mentorship.state === "closing" &&
		hasLookBack(mentorship) &&
		!isStoppedBy(mentorship, visit)
			? showLookBack(deps, visit, mentorship.mentorshipId, readGoals)
			: Promise.resolve(askFirst(mentorship, visit));
	return {
		name: "mentorships",
		entries: [
			command({
				id: "end",
				policy: { who: "member" },
				input: z.string(),
				help: { usage: "end", about: "mentorships:closing.help" },
				handle: (deps, visit) =>
					pickMentorship(deps, visit, {
						which: () => true,
						action: "mentorships:end",
						title: "mentorships:closing.end.title",
						none: "mentorships:closing.end.none",
						show: (mentorship) => askOrLookBack(deps, visit, mentorship),
					}),
			}),
			action({
				id: "mentorships:end",
				policy: ofButton,
				input: button,
				async handle(deps, visit, { value }) {
					const mentorship = await read(deps, visit, value);
					if (!mentorship) return { do: "nothing" };
					return askOrLookBack(deps, visit, mentorship);
				},
			}),
			action({
				id: "mentorships:endNow",
				policy: ofButton,
				input: button,
				async handle(deps, visit, { value }) {
					const mentorship = await read(deps, visit, value);
					if (!mentorship) return { do: "nothing" };
					return askFirst(mentorship, visit, true);
				},
			}),
			view({
				id: "mentorships:close",
				policy: ofForm,
				input: z.object({ meta }),
				async handle(deps, visit, { meta: { mentorship: id } }) {
					const closed = await close(deps, visit, id);
					if (!closed) return { do: "nothing" };
					return isDone(closed)
						? showLookBack(deps, visit, id, readGoals)
						: before(closed.mentorship, visit);
				},
			}),
			view({
				id: "mentorships:confirmEnd",
				policy: ofForm,
				input: z.object({
					form: z.object({ reason: optionalOneOf(endingReasons) }),
					meta,
				}),
				async handle(deps, visit, { form, meta: { mentorship: id } }) {
					const ended = await endNow(deps, visit, id, form.reason);
					if (!ended) return { do: "nothing" };
					const { mentorship } = ended;
					if (!isDone(ended)) return before(mentorship, visit);
					const { actor, text } = visit;
					const message = endedEarlyMessage(mentorship, actor, text);
					return { do: "update", view: noticeModal(message, text) };
				},
			}),
		],
	};
}
