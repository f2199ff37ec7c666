import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { accept, decline, pass, takeUp, withdraw } from "./answer.service.ts";
import { beforeMessage, doneMessage, overMessage } from "./answered.views.ts";
import type { Answered } from "./decide.service.ts";
import { nameModal } from "./forms.views.ts";
import { toAnswerBlocks } from "./home.views.ts";
import { mayName, type Role } from "./introduction.ts";
import { nameForm } from "./introduction-forms.ts";
import {
	introductionButton,
	introductionMeta,
	mentorWrote,
	whoTapped,
} from "./introduction-policy.ts";
import { readFor, readMine } from "./introductions.service.ts";
import { name, nameNobody } from "./name.service.ts";
import { dayFor, names } from "./parts.views.ts";
import { judgeThird } from "./third.service.ts";

type Said = Parameters<typeof doneMessage>[1]["said"];

/** A tap that moves it, and what it did in the place of its buttons. */
function answerEntry(
	id: string,
	as: Role,
	said: Said,
	answer: (
		deps: Deps,
		visit: Visit,
		introductionId: string,
	) => Promise<Answered | null>,
): Entry {
	return action({
		id: `introductions:${id}`,
		policy: whoTapped(as),
		input: introductionButton,
		async handle(deps, visit, { value }) {
			const answered = await answer(deps, visit, value);
			if (!answered) return { do: "nothing" };
			const message = answeredMessage(answered, { as, said }, visit);
			return { do: "replace", message };
		},
	});
}

function answeredMessage(
	{ outcome, introduction }: Answered,
	{ as, said }: { as: Role; said: Said },
	{ actor, text }: Visit,
) {
	if (outcome === "over") return overMessage(text);
	// Taken up, and at once it turned out that they can't.
	const isRefused = said === "takenUp" && introduction.state !== "named";
	return outcome === "before" || isRefused
		? beforeMessage(introduction, as, text)
		: doneMessage(introduction, { said, reader: actor }, text);
}

async function sendName(
	deps: Deps,
	visit: Visit,
	{
		form,
		introductionId,
	}: { form: z.infer<typeof nameForm>; introductionId: string },
): Promise<Reply> {
	const { actor, text } = visit;
	const whole = await readFor(deps, visit, introductionId);
	if (!whole) return { do: "nothing" };
	const { introduction } = whole;
	const before = beforeMessage(introduction, "mentor", text);
	if (!mayName(introduction)) return { do: "say", message: before };
	const { mentee } = introduction;
	const judged = await judgeThird(deps, visit, mentee.personId, form.person);
	if (!judged.ok) {
		const key = `introductions:notNameable.${judged.why}` as const;
		const fault = text.plain(key, { name: judged.name });
		return { do: "errors", errors: { person: fault } };
	}
	const named = { third: judged.third, note: form.note };
	const answered = await name(deps, visit, introductionId, named);
	if (answered?.outcome !== "done") return { do: "say", message: before };
	const { mentee: forWhom, third } = names(answered.introduction);
	const message = sentence(text, "introductions:name.done", {
		mentee: forWhom,
		third,
		date: dayFor(answered.introduction.closesAt, actor),
	});
	return { do: "say", message };
}

/** What waits for an answer stands among the first on Home. */
export const answerIntroductionFeature: Feature = {
	name: "introductions",
	entries: [
		action({
			id: "introductions:openName",
			policy: whoTapped("mentor"),
			input: introductionButton,
			async handle(deps, visit, { value }) {
				const { text } = visit;
				const whole = await readFor(deps, visit, value);
				if (!whole) return { do: "nothing" };
				if (mayName(whole.introduction))
					return { do: "open", view: nameModal(whole, text) };
				const message = beforeMessage(whole.introduction, "mentor", text);
				return { do: "say", message };
			},
		}),
		view({
			id: "introductions:name",
			policy: mentorWrote,
			input: z.object({ form: nameForm, meta: introductionMeta }),
			handle: (deps, visit, { form, meta }) =>
				sendName(deps, visit, { form, introductionId: meta.introduction }),
		}),
		answerEntry("nobody", "mentor", "none", nameNobody),
		answerEntry("takeUp", "mentee", "takenUp", takeUp),
		answerEntry("pass", "mentee", "passed", pass),
		answerEntry("accept", "third", "accepted", accept),
		answerEntry("decline", "third", "declined", decline),
		answerEntry("withdraw", "mentee", "withdrawn", withdraw),
	],
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			const waiting = (await readMine(deps, visit)).filter(
				({ isMine, whole }) => isMine && !whole.introduction.isStopped,
			);
			if (waiting.length === 0) return null;
			return {
				title: text.plain("introductions:toAnswer"),
				blocks: waiting.flatMap(({ whole, role }) =>
					toAnswerBlocks(whole, { role, reader: actor }, text),
				),
			};
		},
	],
};
