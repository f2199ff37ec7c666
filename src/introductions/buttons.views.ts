import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Introduction } from "./introduction.ts";
import { names } from "./parts.views.ts";

/** The mentor's two answers to a question. */
export function mentorButtons(it: Introduction, text: Text): Button[] {
	const { introductionId: value, mentee } = it;
	const { name } = mentee;
	return [
		button({
			id: "introductions:openName",
			value,
			style: "primary",
			label: text.plain("introductions:question.name", { name }),
		}),
		button({
			id: "introductions:nobody",
			value,
			label: text.plain("introductions:question.nobody"),
			spoken: text.plain("introductions:question.nobodySpoken", { name }),
		}),
	];
}

export function anotherButton(it: Introduction, text: Text): Button {
	return button({
		id: "introductions:openName",
		value: it.introductionId,
		label: text.plain("introductions:cannot.another"),
		spoken: text.plain("introductions:cannot.anotherSpoken", {
			name: it.mentee.name,
		}),
	});
}

/** The mentee's two answers to what their mentor offers. */
export function menteeButtons(it: Introduction, text: Text): Button[] {
	const { introductionId: value } = it;
	const { third } = names(it);
	return [
		button({
			id: "introductions:takeUp",
			value,
			style: "primary",
			label: text.plain("introductions:offer.yes", { third }),
		}),
		button({
			id: "introductions:pass",
			value,
			label: text.plain("introductions:offer.no"),
			spoken: text.plain("introductions:offer.noSpoken", { third }),
		}),
	];
}

/** The two answers of whoever is named. */
export function thirdButtons(it: Introduction, text: Text): Button[] {
	const { introductionId: value, mentee } = it;
	const { name } = mentee;
	return [
		button({
			id: "introductions:accept",
			value,
			style: "primary",
			label: text.plain("introductions:invitation.yes", { name }),
		}),
		button({
			id: "introductions:decline",
			value,
			label: text.plain("introductions:invitation.no"),
			spoken: text.plain("introductions:invitation.noSpoken", { name }),
		}),
	];
}

export function withdrawButton(it: Introduction, text: Text): Button {
	const whose = it.state === "named" ? it.third : it.mentor;
	const name = whose?.name ?? "";
	return button({
		id: "introductions:withdraw",
		value: it.introductionId,
		label: text.plain("introductions:withdraw.button"),
		spoken: text.plain("introductions:withdraw.spoken", {
			name: it.mentor.name,
		}),
		confirm: {
			title: text.plain("introductions:withdraw.title"),
			text: text.plain("introductions:withdraw.confirm", { name }),
			yes: text.plain("introductions:withdraw.yes"),
			no: text.plain("introductions:withdraw.no"),
		},
	});
}
