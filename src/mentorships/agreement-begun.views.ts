import { type Message, section } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { agreementButton } from "./agreement-buttons.views.ts";
import { buttons, programLines } from "./agreement-messages.views.ts";
import { type AgreementReader, dayToken } from "./agreement-terms.views.ts";
import { type Mentorship, memberOf, othersOf } from "./mentorship.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

/** All have signed, and it begins, or goes on. */
export function begunMessage(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
): Message {
	const { rhythm, lengthMinutes, endsOn, halfwayOn } = mentorship;
	const { activeSince, since } = mentorship;
	const isAgain = activeSince !== null && activeSince < since;
	const names = othersNamed(mentorship, reader, text);
	const hasTerms = rhythm && lengthMinutes && endsOn && halfwayOn;
	return {
		text: text.mrkdwn("mentorships:agreement.begun.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn(
					`mentorships:agreement.begun.${isAgain ? "again" : "title"}`,
					{ names },
				),
			),
			...programLines(mentorship, text),
			...(hasTerms
				? [
						section(
							text.mrkdwn("mentorships:agreement.begun.terms", {
								rhythm: text.plain(`mentorships:agreement.rhythm.${rhythm}`),
								minutes: lengthMinutes,
								ends: dayToken(endsOn, reader),
								halfway: dayToken(halfwayOn, reader),
							}),
						),
					]
				: []),
			section(firstMove(mentorship, reader, text)),
			...buttons(mentorship, reader, text, [
				agreementButton(mentorship, reader, text),
			]),
		],
	};
}

/** It is up to the mentees to find a time; among peers, to whoever is first. */
function firstMove(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	return text.mrkdwn(
		`mentorships:agreement.begun.${sideOf(mentorship, reader)}`,
		{ names: othersNamed(mentorship, reader, text) },
	);
}

function sideOf(mentorship: Mentorship, { personId }: AgreementReader) {
	const role = memberOf(mentorship, personId)?.role ?? "mentee";
	const isGroup = othersOf(mentorship, personId).length > 1;
	return role === "mentor" && isGroup ? "group" : role;
}
