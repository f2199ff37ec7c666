import { z } from "zod";
import type { Deps } from "../deps.ts";
import { readSuggestion } from "../enrollment/nominate.ts";
import {
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { ask, offer, readPartners } from "./begin.service.ts";
import { askModal, offerModal } from "./forms.views.ts";
import { underWayBlocks } from "./home.views.ts";
import {
	type AskForm,
	askForm,
	type OfferForm,
	offerForm,
} from "./introduction-forms.ts";
import { whoChose } from "./introduction-policy.ts";
import { readMine } from "./introductions.service.ts";
import { dayFor, names } from "./parts.views.ts";
import { judgeThird } from "./third.service.ts";

/** A mentee asks; a mentor, or whoever names a colleague, introduces. */
async function openForm(
	deps: Deps,
	visit: Visit,
	{ slackUserId, topic }: ReturnType<typeof readSuggestion>,
): Promise<Reply> {
	const { text } = visit;
	const [mentors, mentees] = await Promise.all([
		readPartners(deps, visit, "mentor"),
		readPartners(deps, visit, "mentee"),
	]);
	const isMentor = mentees.length > 0;
	if (slackUserId !== null || (mentors.length === 0 && isMentor)) {
		if (!isMentor)
			return {
				do: "say",
				message: sentence(text, "introductions:offer.nobody"),
			};
		const begun = { partners: mentees, topic, slackUserId };
		return { do: "open", view: offerModal(begun, text) };
	}
	if (mentors.length === 0)
		return { do: "say", message: sentence(text, "introductions:ask.nobody") };
	const begun = { partners: mentors, topic, isMentor };
	return { do: "open", view: askModal(begun, text) };
}

async function sendAsk(
	deps: Deps,
	visit: Visit,
	form: AskForm,
): Promise<Reply> {
	const { actor, text } = visit;
	const begun = await ask(deps, visit, form);
	if (begun === "gone")
		return partnerFault(text.plain("introductions:ask.gone"));
	if (begun === "already") {
		const partners = await readPartners(deps, visit, "mentor");
		const { personId } = form.partner;
		const partner = partners.find((one) => one.personId === personId);
		const name = partner?.name ?? "";
		return partnerFault(text.plain("introductions:ask.already", { name }));
	}
	const message = sentence(text, "introductions:ask.sent", {
		name: begun.mentor.name,
		date: dayFor(begun.closesAt, actor),
	});
	return { do: "say", message };
}

async function sendOffer(
	deps: Deps,
	visit: Visit,
	form: OfferForm,
): Promise<Reply> {
	const { actor, text } = visit;
	const { partner, person } = form;
	const judged = await judgeThird(deps, visit, partner.personId, person);
	if (!judged.ok) {
		const { why, name } = judged;
		const key = `introductions:notNameable.${why}` as const;
		return { do: "errors", errors: { person: text.plain(key, { name }) } };
	}
	const { third } = judged;
	const begun = await offer(deps, visit, form, third.personId);
	if (begun === "gone")
		return partnerFault(text.plain("introductions:offer.gone"));
	if (begun === "already") {
		const partners = await readPartners(deps, visit, "mentee");
		const mentee = partners.find((one) => one.personId === partner.personId);
		return partnerFault(
			text.plain("introductions:offer.already", {
				mentee: mentee?.name ?? "",
				third: third.name,
			}),
		);
	}
	const { mentee } = names(begun);
	const message = sentence(text, "introductions:offer.sent", {
		mentee,
		third: third.name,
		date: dayFor(begun.closesAt, actor),
	});
	return { do: "say", message };
}

const partnerFault = (partner: string): Reply => ({
	do: "errors",
	errors: { partner },
});

/** Who can I talk to about ...? And where that stands, whose move it is. */
export const askIntroductionFeature: Feature = {
	name: "introductions",
	entries: [
		command({
			id: "intro",
			policy: { who: "enrolled" },
			input: z.string().transform(readSuggestion),
			help: { usage: "intro topic", about: "introductions:help" },
			handle: openForm,
		}),
		view({
			id: "introductions:ask",
			policy: whoChose("mentee"),
			input: z.object({ form: askForm }),
			handle: (deps, visit, { form }) => sendAsk(deps, visit, form),
		}),
		view({
			id: "introductions:offer",
			policy: whoChose("mentor"),
			input: z.object({ form: offerForm }),
			handle: (deps, visit, { form }) => sendOffer(deps, visit, form),
		}),
	],
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			const underWay = (await readMine(deps, visit)).filter(
				({ isMine, role, whole }) =>
					!isMine && (role === "mentee" || !whole.introduction.isStopped),
			);
			if (underWay.length === 0) return null;
			return {
				title: text.plain("introductions:title"),
				blocks: underWay.flatMap(({ whole, role }) =>
					underWayBlocks(whole, { role, reader: actor }, text),
				),
			};
		},
	],
};
